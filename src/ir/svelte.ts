import { conditionalExpression, opaque, variableDeclaration } from './build.js';
import type { Expression, Range, Statement, VariableDeclaration } from './types.js';

/**
 * The top-level statements of a Svelte component's instance script, where what the markup writes (`bind:value={name}`,
 * `on:click={() => (name = 1)}`) and what `export let` receives as a property may have another value than the one
 * written there.
 * @param markup the file's text without the code of its scripts
 */
export function instanceStatements(body: readonly Statement[], markup: string): Statement[] {
  const properties = new Set(body.flatMap((statement) =>
    statement.kind === 'export' && statement.source === undefined ? statement.specifiers.map(({ local }) => local) : []));
  const isOpen = ({ target }: VariableDeclaration): boolean =>
    target.kind === 'identifier' && (properties.has(target.name) || isWritten(target.name, markup));
  return body.map((statement) => {
    if (statement.kind !== 'variable' || statement.mode === 'const') return statement;
    const declarations = statement.declarations.map((one) => (isOpen(one) ? opened(one) : one));
    return { ...statement, declarations };
  });
}

function opened({ target, init, type }: VariableDeclaration): VariableDeclaration {
  return variableDeclaration(target, init === undefined ? opaque(target.range) : perhaps(init, init.range), type);
}

/** A value, or something else. */
function perhaps(value: Expression, range: Range): Expression {
  return conditionalExpression(range, opaque(range), opaque(range), value);
}

/** Whether markup binds or assigns a name; `name="…"` and `name={…}` are attributes. */
function isWritten(name: string, markup: string): boolean {
  if (!markup.includes(name)) return false;
  const word = `(?<![\\w$.])${name.replaceAll('$', '\\$')}(?![\\w$])`;
  return new RegExp(
    [
      `bind:${word}(?![=:-])`,
      `bind:[\\w:-]+=["']?\\{\\s*${word}`,
      `=>\\s*\\(?${word}\\s*=(?![=>])`,
      `${word}(?:\\s*(?:[-+*/%&|^?]{1,3}=(?!=)|\\+\\+|--)|\\s+=(?![=>])|=(?![=>"'{]))`,
      `(?:\\+\\+|--)${word}`,
    ].join('|'),
  ).test(markup);
}
