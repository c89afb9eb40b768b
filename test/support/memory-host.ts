import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import type { AnalysisHost, Resolution } from '../../src/analysis/host.js';
import { parseTs } from '../../src/frontends/tsmorph/parse.js';
import type { ModuleIR } from '../../src/ir/types.js';
import { forEachChild, type IrNode } from '../../src/ir/walk.js';

/** Source texts (or JSON) by file name; names are relative to one root, with `/`. */
export type Files = Readonly<Record<string, string>>;

export interface MemoryOptions {
  /** Versions of packages; those that are named are also depended on. */
  readonly versions?: Readonly<Record<string, string>>;
  /** As an editor sees it: no other file is here, and nobody knows who imports this one. */
  readonly editor?: true;
}

const EXTENSIONS = ['', '.ts', '.tsx', '.mts', '.js', '.jsx', '.mjs', '.cjs', '.json', '/index.ts', '/index.js'];

/** A project in memory. Relative specifiers lead to its files, all others to packages. Throws on a syntax error. */
export function memoryHost(files: Files, { versions = {}, editor }: MemoryOptions = {}): AnalysisHost {
  const modules = new Map<string, ModuleIR>();
  const module = (file: string): ModuleIR | undefined => {
    const text = files[file];
    if (text === undefined) return undefined;
    let ir = modules.get(file);
    if (ir === undefined) modules.set(file, (ir = parsed(file, text)));
    return ir;
  };
  const resolve = (specifier: string, from: string): Resolution => {
    if (!/^\.{0,2}\//.test(specifier) && !/^\.\.?$/.test(specifier)) return packageOf(specifier);
    const file = editor ? undefined : fileAt(files, posix.join(posix.dirname(from), specifier));
    return file === undefined ? { kind: 'unknown' } : { kind: 'file', file };
  };
  const importersOf = (file: string): string[] => Object.keys(files).filter((name) => {
    const ir = module(name);
    return ir !== undefined && specifiersIn(ir).some((specifier) => {
      const resolution = resolve(specifier, name);
      return resolution.kind === 'file' && resolution.file === file;
    });
  }).sort();
  return {
    module,
    resolve,
    version: (name) => versions[name],
    dependsOn: (name) => name in versions,
    ...(editor ? {} : { importersOf }),
  };
}

function parsed(file: string, text: string): ModuleIR {
  const result = parseTs(file, text);
  if ('error' in result) throw new Error(`${file}: ${result.error.message} at ${result.error.offset}`);
  return result.ir;
}

function packageOf(specifier: string): Resolution {
  if (isBuiltin(specifier)) return { kind: 'package', name: `node:${specifier.replace(/^node:/, '')}`, subpath: '' };
  const [, name = specifier, subpath = ''] = /^(@[^/]+\/[^/]+|[^/]+)(?:\/(.*))?$/.exec(specifier) ?? [];
  return { kind: 'package', name, subpath };
}

function fileAt(files: Files, path: string): string | undefined {
  const source = path.replace(/\.js$/, '');
  return [path, source].flatMap((base) => EXTENSIONS.map((extension) => base + extension)).find((file) => file in files);
}

function specifiersIn(ir: ModuleIR): string[] {
  const result: string[] = [];
  const visit = (node: IrNode): void => {
    if ((node.kind === 'import' || node.kind === 'export' || node.kind === 'export-all') && node.source !== undefined) result.push(node.source);
    const [argument] = node.kind === 'call' && node.callee.kind === 'identifier' && node.callee.name === 'require' ? node.args : [];
    const source = node.kind === 'import-call' ? node.source : argument;
    if (source?.kind === 'string') result.push(source.value);
    forEachChild(node, visit);
  };
  forEachChild(ir, visit);
  return result;
}
