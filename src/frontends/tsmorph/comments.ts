import { ts } from 'ts-morph';
import { suppressionComment } from '../../ir/build.js';
import { commentEnd, lineEnd } from '../../ir/text.js';
import type { Comment } from '../../ir/types.js';

const CANDIDATE = /\/[/*]\s*eslint-(?:disable|enable)/g;

/** The suppression comments of a file. Only where its text has such words is the tree looked at. */
export function suppressions(file: ts.SourceFile): Comment[] {
  const { text } = file;
  if (!text.includes('eslint-')) return [];
  return [...text.matchAll(CANDIDATE)].flatMap(({ index }) => {
    if (!startsComment(file, index)) return [];
    const end = commentEnd(text, index);
    return text[index + 1] === '/'
      ? (suppressionComment('line', text.slice(index + 2, end), [index, end]) ?? [])
      : (suppressionComment('block', text.slice(index + 2, end - 2), [index, end]) ?? []);
  });
}

/** Whether a comment starts at `pos`, where the text looks like it. */
function startsComment(file: ts.SourceFile, pos: number): boolean {
  let node: ts.Node = file;
  let gap = file.text.startsWith('#!') ? lineEnd(file.text, 0) : 0;
  for (;;) {
    let inner: ts.Node | undefined;
    ts.forEachChild(node, (child) => {
      if (child.end <= pos) gap = Math.max(gap, child.end);
      else if (child.pos <= pos) inner = child;
    });
    if (inner === undefined) break;
    node = inner;
    gap = Math.max(gap, node.pos);
  }
  const isToken = node.kind <= ts.SyntaxKind.LastToken;
  if (isToken && pos >= node.getStart(file)) return false;
  return isBetweenTokens(file.text, gap, pos);
}

/** Whether a comment starts at `pos`, given that from `gap` to there are only punctuation, keywords and trivia. */
function isBetweenTokens(text: string, gap: number, pos: number): boolean {
  let at = gap;
  while (at < pos) at = Math.max(at + 1, commentEnd(text, at));
  return at === pos;
}
