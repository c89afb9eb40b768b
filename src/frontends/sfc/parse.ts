import { blockStatement, moduleIR } from '../../ir/build.js';
import { instanceStatements } from '../../ir/svelte.js';
import { outside } from '../../ir/text.js';
import type { Comment, Statement } from '../../ir/types.js';
import { parseTs, type ParseResult } from '../tsmorph/parse.js';
import { astroScripts, svelteScripts, vueScripts, type Script } from './scripts.js';

/** A component has one or two; every script costs a parse that starts at the file's first character. */
const MAX_SCRIPTS = 50;

/**
 * Parses any module and lowers it. A Vue, Svelte or Astro component is the module that its scripts make together, at
 * their offsets in the file; each script of an Astro page is a block of its own. Markup is not looked at, but for what
 * it writes to a Svelte component's variables. Other files are parsed as they are.
 *
 * @param fileName its extension decides the language
 * @returns the IR, or the first syntax error of the first script that has one
 */
export function parseModule(fileName: string, text: string): ParseResult {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    const scripts = scriptsIn(fileName, source);
    return scripts === undefined ? parseTs(fileName, source) : parseScripts(fileName, source, scripts);
  } catch (error) {
    if (error instanceof RangeError) return { error: { message: 'Nested too deeply to be analysed', offset: 0 } };
    throw error;
  }
}

function parseScripts(fileName: string, source: string, scripts: readonly Script[]): ParseResult {
  const codes = scripts.filter(({ range }) => source.slice(...range).trim() !== '').slice(0, MAX_SCRIPTS);
  const markup = outside(source, scripts.map(({ range }) => range));
  const blank = outside(source, [[0, source.length]]);
  const body: Statement[] = [];
  const comments: Comment[] = [];
  for (const { range: [start, end], dialect, role } of codes) {
    const result = parseTs(`${fileName}.${dialect}`, blank.slice(0, start) + source.slice(start, end));
    if ('error' in result) return result;
    comments.push(...(result.ir.comments ?? []));
    if (role === 'instance') body.push(...instanceStatements(result.ir.body, markup));
    else if (role === 'page') body.push(blockStatement([start, end], result.ir.body));
    else body.push(...result.ir.body);
  }
  return { ir: moduleIR(body, comments) };
}

function scriptsIn(fileName: string, text: string): Script[] | undefined {
  switch (/\.(?:vue|svelte|astro)$/.exec(fileName)?.[0]) {
    case '.vue':
      return vueScripts(text);
    case '.svelte':
      return svelteScripts(text);
    case '.astro':
      return astroScripts(text);
    default:
      return undefined;
  }
}
