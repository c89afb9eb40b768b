import type { Finding } from '../analysis/finding.js';
import type { Comment } from '../ir/types.js';
import type { Lines } from './lines.js';
import type { Position } from './types.js';

interface Switch extends Position {
  readonly on: boolean;
  /** `authlint/<rule>`, or `undefined` for every rule. */
  readonly rule: string | undefined;
}

interface Directives {
  readonly block: readonly Switch[];
  readonly line: readonly Switch[];
}

/**
 * Findings of one file that its `eslint-disable`, `eslint-enable`, `eslint-disable-line` and `eslint-disable-next-line`
 * comments leave standing. Comments are parsed and applied as ESLint 10 does (`@eslint/plugin-kit` ConfigCommentParser,
 * `eslint` lib/linter/apply-disable-directives.js): by a finding's start, rule ids with the prefix `authlint/`.
 */
export function applySuppressions(findings: readonly Finding[], comments: readonly Comment[], lines: Lines): Finding[] {
  const { block, line } = readDirectives(comments, lines);
  return findings.filter((finding) => {
    const start = lines.position(finding.place.range[0]);
    const rule = `authlint/${finding.ruleId}`;
    return !isOff(block, start, rule) && !isOff(line, start, rule);
  });
}

function isOff(switches: readonly Switch[], at: Position, rule: string): boolean {
  const last = switches.findLast((entry) => comparePositions(entry, at) <= 0 && (entry.rule ?? rule) === rule);
  return last?.on === false;
}

function readDirectives(comments: readonly Comment[], lines: Lines): Directives {
  const block: Switch[] = [];
  const line: Switch[] = [];
  for (const comment of comments) {
    const directive = parseDirective(comment.text);
    if (!directive) continue;
    const start = lines.position(comment.range[0]);
    const end = lines.position(comment.range[1]);
    for (const rule of directive.rules) {
      switch (directive.label) {
        case 'eslint-disable':
        case 'eslint-enable':
          if (comment.type === 'block') block.push({ ...start, on: directive.label === 'eslint-enable', rule });
          break;
        case 'eslint-disable-line':
          if (start.line === end.line) line.push(...wholeLine(start.line, rule));
          break;
        case 'eslint-disable-next-line':
          line.push(...wholeLine(end.line + 1, rule));
          break;
      }
    }
  }
  return { block: block.sort(comparePositions), line: line.sort(comparePositions) };
}

function wholeLine(line: number, rule: string | undefined): Switch[] {
  return [
    { line, column: 1, on: false, rule },
    { line: line + 1, column: 0, on: true, rule },
  ];
}

function parseDirective(comment: string): { label: string; rules: readonly (string | undefined)[] } | undefined {
  const beforeReason = (comment.split(/\s-{2,}\s/u, 1)[0] ?? '').trim();
  const label = /^[a-z]+(?:-[a-z]+)*(?=\s|$)/u.exec(beforeReason)?.[0];
  if (label === undefined) return undefined;
  const rules = beforeReason
    .slice(label.length)
    .split(',')
    .map((name) => name.trim().replace(/^(['"]?)(.*)\1$/su, '$2'))
    .filter((name) => name !== '');
  return { label, rules: rules.length > 0 ? rules : [undefined] };
}

function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.column - b.column;
}
