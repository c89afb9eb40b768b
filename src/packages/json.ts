import { readFileSync } from 'node:fs';

export type JsonObject = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The member `key` of `value` if that is an object, and itself an object; else an empty one. */
export function objectAt(value: unknown, key: string): JsonObject {
  const member = isObject(value) ? value[key] : undefined;
  return isObject(member) ? member : {};
}

export type JsonResult =
  | { readonly value: unknown }
  | { readonly missing: true }
  /** A sentence without any of the file's text, which may hold secrets. */
  | { readonly problem: string };

/** Reads a JSON file (strict JSON, a byte-order mark is allowed). Never throws. */
export function readJson(file: string): JsonResult {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown error';
    const isMissing = code === 'ENOENT' || code === 'ENOTDIR';
    return isMissing ? { missing: true } : { problem: `The file cannot be read (${code}).` };
  }
  try {
    return { value: JSON.parse(text) as unknown };
  } catch {
    return { problem: 'The file is not valid JSON and was left out.' };
  }
}
