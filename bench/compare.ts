import type { TSESTree } from '@typescript-eslint/utils';
import * as typescriptEslint from '@typescript-eslint/parser';
import * as espree from 'espree';
import * as astro from 'astro-eslint-parser';
import { extname } from 'node:path';
import * as svelte from 'svelte-eslint-parser';
import * as vue from 'vue-eslint-parser';
import { lowerEstree } from '../src/frontends/estree/lower.js';
import { parseModule } from '../src/frontends/sfc/parse.js';
import { moduleIR } from '../src/ir/build.js';
import type { ModuleIR } from '../src/ir/types.js';

/** How one text comes out of the front ends. */
export type Parity =
  | { readonly kind: 'equal' }
  | { readonly kind: 'refused'; readonly parser: string; readonly message: string }
  | { readonly kind: 'different'; readonly parser: string; readonly difference: Difference };

export interface Difference {
  /** JSON path from the module, e.g. `body[0].range[1]`. */
  readonly path: string;
  readonly estree: unknown;
  readonly tsmorph: unknown;
}

const SOURCE_TYPES = ['module', 'script', 'commonjs'] as const;

type SourceType = (typeof SOURCE_TYPES)[number];
type Parse = (text: string, fileName: string) => TSESTree.Program;
type ParseAs = (text: string, fileName: string, sourceType: SourceType) => TSESTree.Program;

function parseTypescriptEslint(text: string, fileName: string, sourceType: SourceType): TSESTree.Program {
  const options = {
    range: true, loc: false, comment: true, filePath: fileName, sourceType, allowInvalidAST: false,
    errorOnUnknownASTType: false, ecmaFeatures: { jsx: !/\.[mc]?ts$/.test(fileName) },
  };
  return typescriptEslint.parseForESLint(text, options).ast;
}

function parseEspree(text: string, _fileName: string, sourceType: SourceType): TSESTree.Program {
  const ecmaFeatures = { jsx: true };
  const options = { range: true, comment: true, ecmaVersion: 'latest', sourceType, ecmaFeatures } as const;
  return espree.parse(text, options) as unknown as TSESTree.Program;
}

/** Tries a plain `.js` file as each kind of source, as ESLint configurations do; others as modules. */
function lenient(parse: ParseAs): Parse {
  return (text, fileName) => {
    const types = /\.c?js$/.test(fileName) ? SOURCE_TYPES : SOURCE_TYPES.slice(0, 1);
    let failure: unknown;
    for (const sourceType of types) {
      try {
        return parse(text, fileName, sourceType);
      } catch (error) {
        failure ??= error;
      }
    }
    throw failure;
  };
}

/** ESLint's options for the scripts of components: TypeScript where they say so, and JSX where that is no cast. */
function parseComponent(parser: typeof vue | typeof svelte | typeof astro, text: string, filePath: string): TSESTree.Program {
  const jsx = /<script\b[^>]*\blang=["']?(?:[jt]sx)\b/.test(text) || !/<script\b[^>]*\blang=["']?ts\b/.test(text);
  const options = {
    parser: typescriptEslint, sourceType: 'module', ecmaVersion: 'latest', ecmaFeatures: { jsx }, filePath,
    range: true, loc: true, comment: true, tokens: true,
  };
  return parser.parseForESLint(text, options).ast as unknown as TSESTree.Program;
}

/** Scripts of Astro pages reach ESLint through a processor only: they are compared by what it leaves, the frontmatter. */
function withoutPages({ body, comments = [] }: ModuleIR, fileName: string, text: string): ModuleIR {
  const page = body.find(({ kind, range }) => fileName.endsWith('.astro') && kind === 'block' && text[range[0] - 1] === '>');
  if (page === undefined) return moduleIR(body, comments);
  return moduleIR(body.slice(0, body.indexOf(page)), comments.filter(({ range }) => range[1] < page.range[0]));
}

interface Parser {
  readonly name: string;
  readonly parse: Parse;
}

const TYPESCRIPT_ESLINT: Parser = { name: '@typescript-eslint/parser', parse: lenient(parseTypescriptEslint) };
const ESPREE: Parser = { name: 'espree', parse: lenient(parseEspree) };

const COMPONENTS: Readonly<Record<string, Parser>> = {
  '.vue': { name: 'vue-eslint-parser', parse: (text, fileName) => parseComponent(vue, text, fileName) },
  '.svelte': { name: 'svelte-eslint-parser', parse: (text, fileName) => parseComponent(svelte, text, fileName) },
  '.astro': { name: 'astro-eslint-parser', parse: (text, fileName) => parseComponent(astro, text, fileName) },
};

/**
 * Lowers a text through both front ends: as ESLint would with @typescript-eslint/parser and, when it is plain
 * JavaScript, with espree too, or with the parser of a component's language; and as the scanner would.
 * @returns one result per parser of the editor's side, or the scanner's refusal alone
 */
export function compareFrontEnds(fileName: string, source: string): Parity[] {
  const text = source.startsWith('\uFEFF') ? source.slice(1) : source;
  const scanned = parseModule(fileName, source);
  if ('error' in scanned) return [{ kind: 'refused', parser: 'ts-morph', message: scanned.error.message }];
  const expected = withoutPages(scanned.ir, fileName, text);
  return parsersFor(fileName).map((parser) => compareWith(parser, fileName, text, expected));
}

function parsersFor(fileName: string): readonly Parser[] {
  const component = COMPONENTS[extname(fileName)];
  if (component !== undefined) return [component];
  return ['.js', '.mjs', '.cjs'].includes(extname(fileName)) ? [TYPESCRIPT_ESLINT, ESPREE] : [TYPESCRIPT_ESLINT];
}

function compareWith({ name: parser, parse }: Parser, fileName: string, text: string, expected: ModuleIR): Parity {
  let program: TSESTree.Program;
  try {
    program = parse(text, fileName);
  } catch (error) {
    return { kind: 'refused', parser, message: error instanceof Error ? error.message : String(error) };
  }
  const difference = firstDifference(lowerEstree(program, text), expected, '');
  return difference === undefined ? { kind: 'equal' } : { kind: 'different', parser, difference };
}

/** The first place where two values of plain data differ; key order does not count. */
export function firstDifference(estree: unknown, tsmorph: unknown, path: string): Difference | undefined {
  if (Object.is(estree, tsmorph)) return undefined;
  if (!isObject(estree) || !isObject(tsmorph) || Array.isArray(estree) !== Array.isArray(tsmorph)) {
    return { path, estree, tsmorph };
  }
  for (const key of new Set([...Object.keys(estree), ...Object.keys(tsmorph)])) {
    const step = Array.isArray(estree) ? `${path}[${key}]` : path === '' ? key : `${path}.${key}`;
    if (Object.hasOwn(estree, key) !== Object.hasOwn(tsmorph, key)) {
      return { path: step, estree: estree[key], tsmorph: tsmorph[key] };
    }
    const found = firstDifference(estree[key], tsmorph[key], step);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
