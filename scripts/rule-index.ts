import type { Rule } from '../src/analysis/rule.js';
import { ruleTable } from './rule-table.js';

/** What rules are about, by the first word of their ids. */
const GROUPS: readonly { readonly title: string; readonly words: readonly string[] }[] = [
  { title: 'Tokens', words: ['jwt'] },
  { title: 'Cookies', words: ['cookie'] },
  { title: 'Sessions and refresh tokens', words: ['session', 'refresh'] },
  { title: 'Storage', words: ['storage'] },
  { title: 'Randomness', words: ['entropy'] },
  { title: 'Secrets, passwords and their checks', words: ['secret', 'password', 'auth'] },
  { title: 'Cross-site request forgery', words: ['csrf'] },
  { title: 'Transport', words: ['transport'] },
  { title: 'Logs and monitoring', words: ['log', 'monitor'] },
  { title: 'Policy', words: ['policy'] },
];

/**
 * The text of `rules/README.md`: the rules by what they are about.
 *
 * @throws {Error} for a rule of no group
 */
export function ruleIndex(rules: readonly Rule[]): string {
  const stray = rules.find(({ meta }) => GROUPS.every(({ words }) => !words.includes(firstWord(meta.id))));
  if (stray !== undefined) throw new Error(`${stray.meta.id} belongs to no group of scripts/rule-index.ts`);
  const sections = GROUPS.flatMap(({ title, words }) => {
    const own = rules.filter(({ meta }) => words.includes(firstWord(meta.id)));
    return own.length === 0 ? [] : [`## ${title}\n\n${ruleTable(own, '')}`];
  });
  return `# The rules\n\nWritten by \`npm run docs\`. The columns are those of the [README](../README.md#rules).\n\n${sections.join('\n\n')}\n`;
}

function firstWord(id: string): string {
  return id.split('-', 1)[0] ?? id;
}
