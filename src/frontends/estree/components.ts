import type { TSESTree } from '@typescript-eslint/utils';
import { instanceStatements } from '../../ir/svelte.js';
import { outside } from '../../ir/text.js';
import type { Range, Statement } from '../../ir/types.js';
import { rangeOf } from './position.js';
import { statements } from './statements.js';

const FENCE = '---';

/** The code of a component, and where it stands. */
export interface ComponentCode {
  readonly body: readonly Statement[];
  /** Comments elsewhere belong to the markup. */
  readonly ranges: readonly Range[];
}

/** `<script>` as svelte-eslint-parser 1.10 gives it: an element of the program's body that holds the statements. */
interface SvelteScript {
  readonly startTag: { readonly attributes: readonly SvelteAttribute[]; readonly range: Range };
  readonly endTag: { readonly range: Range } | null;
  readonly range: Range;
  readonly body: readonly TSESTree.Statement[];
}

interface SvelteAttribute {
  readonly key?: { readonly name?: string };
  readonly value?: boolean | readonly { readonly value?: string }[];
}

/**
 * The code of a Svelte or an Astro component in a program that svelte-eslint-parser or astro-eslint-parser has made,
 * beside markup that no front end reads; `undefined` for every other program. vue-eslint-parser's programs hold a
 * component's statements like any module's, and the template apart from them.
 */
export function componentCode(program: TSESTree.Program, text: string): ComponentCode | undefined {
  const nodes: readonly { readonly type: string }[] = program.body;
  if (nodes.some(({ type }) => type.startsWith('Svelte'))) return svelteCode(program, text);
  const { tokens = [] } = program;
  if (tokens[0]?.value === FENCE || nodes.some(({ type }) => type === 'AstroFragment')) return astroCode(program, text);
  return undefined;
}

/** The frontmatter, which stands between two fences before the page; its scripts are no part of the program. */
function astroCode(program: TSESTree.Program, text: string): ComponentCode {
  const fences = (program.tokens ?? []).filter(({ value }) => value === FENCE);
  const [start, end] = fences.map((fence) => rangeOf(fence));
  if (start === undefined || end === undefined) return { body: [], ranges: [] };
  const range: Range = [start[1], end[0]];
  const code = program.body.filter(({ type }) => (type as string) !== 'AstroFragment');
  return { body: lowered(code, range, program, text), ranges: [range] };
}

function svelteCode(program: TSESTree.Program, text: string): ComponentCode {
  const nodes: readonly { readonly type: string }[] = program.body;
  const scripts = nodes.filter(({ type }) => type === 'SvelteScriptElement') as unknown as readonly SvelteScript[];
  const ranges = scripts.map(({ startTag, endTag, range }): Range => [startTag.range[1], endTag?.range[0] ?? range[1]]);
  const markup = outside(text, ranges);
  const body = scripts.flatMap((script, index) => {
    const own = lowered(script.body.map(asLabeled), ranges[index] ?? script.range, program, text);
    return isModuleScript(script) ? own : instanceStatements(own, markup);
  });
  return { body, ranges };
}

function isModuleScript({ startTag }: SvelteScript): boolean {
  return startTag.attributes.some(({ key, value }) =>
    key?.name === 'module' || (key?.name === 'context' && typeof value === 'object' && value[0]?.value === 'module'));
}

/** `$: statement` is a labeled statement of another type, without the statement's last parenthesis. */
function asLabeled(node: TSESTree.Statement): TSESTree.Statement {
  if ((node.type as string) !== 'SvelteReactiveStatement') return node;
  const { body } = node as unknown as TSESTree.LabeledStatement;
  const range = [rangeOf(node)[0], rangeOf(body)[1]];
  return { ...node, type: 'LabeledStatement', range } as unknown as TSESTree.Statement;
}

/** The parsers end a script with a semicolon of their own: a last statement that has none ends with its last token. */
function lowered(nodes: readonly TSESTree.Statement[], code: Range, program: TSESTree.Program, text: string): Statement[] {
  const body = statements(nodes, text);
  const last = (program.tokens ?? []).findLast((token) => rangeOf(token)[0] >= code[0] && rangeOf(token)[1] <= code[1]);
  const end = last === undefined ? code[1] : rangeOf(last)[1];
  return body.map((statement) => (statement.range[1] > end ? endingAt(statement, end) : statement));
}

/** A part of the IR in which nothing ends behind `end`. */
function endingAt<Part>(part: Part, end: number): Part {
  if (typeof part !== 'object' || part === null) return part;
  if (Array.isArray(part)) return part.map((one: unknown) => endingAt(one, end)) as Part;
  const entries = Object.entries(part).map(([key, value]: [string, unknown]) =>
    [key, /range$|^head$/i.test(key) ? cut(value as Range, end) : endingAt(value, end)]);
  return Object.fromEntries(entries) as Part;
}

function cut([start, end]: Range, limit: number): Range {
  return [start, Math.min(end, limit)];
}
