import { win32 } from 'node:path';

/**
 * A disk as Windows has it, in memory: drive letters, both slashes, names whatever their case. Stands in for `node:fs`
 * (and for what globs read), together with `node:path` as it is on Windows.
 */
const entries = new Map<string, { readonly name: string; readonly text: string | undefined }>();

/** Replaces what is on the disk by these files. Directories follow from them. */
export function fillDisk(files: Readonly<Record<string, string>>): void {
  entries.clear();
  for (const [path, text] of Object.entries(files)) {
    entries.set(keyOf(path), { name: win32.basename(path), text });
    for (let above = win32.dirname(path); !entries.has(keyOf(above)); above = win32.dirname(above)) {
      entries.set(keyOf(above), { name: win32.basename(above), text: undefined });
    }
  }
}

/** Text of a file, as `ts.sys.readFile` gives it. */
export function textOf(path: string): string | undefined {
  return entries.get(keyOf(path))?.text?.replace(/^\uFEFF/, '');
}

/** A POSIX glob takes a path with a drive for a relative one and puts the working directory before it. */
function keyOf(path: string): string {
  const absolute = /[A-Za-z]:[\\/].*$/s.exec(path)?.[0] ?? path;
  return win32.normalize(absolute).replace(/(?<=[^:])\\$/, '').toLowerCase();
}

function gone(path: string): Error {
  return Object.assign(new Error(`ENOENT: no such file or directory, '${path}'`), { code: 'ENOENT' });
}

function kinds(text: string | undefined): { isFile(): boolean; isDirectory(): boolean; isSymbolicLink(): boolean } {
  return { isFile: () => text !== undefined, isDirectory: () => text === undefined, isSymbolicLink: () => false };
}

function statSync(path: string, options?: { throwIfNoEntry?: boolean }): object | undefined {
  const entry = entries.get(keyOf(path));
  if (entry) return { ...kinds(entry.text), size: Buffer.byteLength(entry.text ?? '') };
  if (options?.throwIfNoEntry === false) return undefined;
  throw gone(path);
}

function readFileSync(path: string, encoding?: string): string | Buffer {
  const text = entries.get(keyOf(path))?.text;
  if (text === undefined) throw gone(path);
  return encoding === undefined ? Buffer.from(text) : text;
}

function readdirSync(path: string): object[] {
  const directory = keyOf(path);
  const inside = [...entries].filter(([key]) => key !== directory && win32.dirname(key) === directory);
  return inside.map(([, { name, text }]) => ({ name, ...kinds(text) }));
}

const existsSync = (path: string): boolean => entries.has(keyOf(path));

const functions = { statSync, lstatSync: statSync, readFileSync, readdirSync, existsSync };

/** The module `node:fs`. */
export const fs = { ...functions, default: functions };
