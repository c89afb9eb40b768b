/**
 * A keyword that is followed by a quoted specifier: `from 'x'`, `import 'x'`, `import('x')`, `require('x')`, with an
 * optional block comment (bundlers' magic comments) before the quote.
 */
const pattern = /\b(?:from|import|require)\s*(?:\(\s*)?(?:\/\*[^*]{0,200}\*\/\s*)?(["'`])((?:[^"'`\n\\$]|\$(?!\{)){1,400})\1/g;

/**
 * Specifiers that a module's text seems to import, require or re-export, in order, with repetitions. Found by text
 * alone: strings and comments that look like an import are among them.
 */
export function importSpecifiers(text: string): string[] {
  const found: string[] = [];
  for (const match of text.matchAll(pattern)) {
    if (match[2] !== undefined) found.push(match[2]);
  }
  return found;
}
