import { strongest } from '../src/domain/levels.js';
import type { Rule, RuleMeta } from '../src/analysis/rule.js';
import { isInPreset, presets } from '../src/policy/presets.js';

const START = '<!-- rules: written by `npm run docs` -->';
const END = '<!-- /rules -->';

/** Replaces what stands between the markers of a text with the table of the rules. */
export function withRuleTable(text: string, rules: readonly Rule[]): string {
  const start = text.indexOf(START);
  const end = text.indexOf(END);
  if (start === -1 || end < start) throw new Error(`the text has no ${START} … ${END}`);
  return `${text.slice(0, start + START.length)}\n${ruleTable(rules, 'rules/')}\n${text.slice(end)}`;
}

/**
 * One row per rule.
 *
 * @param directory of the rules' pages, seen from the text that the table stands in; ends with `/`, or is empty
 */
export function ruleTable(rules: readonly Rule[], directory: string): string {
  const rows = rules.map(({ meta }) => {
    const { severity } = strongest(Object.values(meta.messages));
    const preset = presets.find((name) => isInPreset(meta.messages, name)) ?? 'all';
    const host = meta.scope === 'file' ? 'ESLint, scan' : 'scan';
    return `| [${meta.id}](${directory}${meta.id}.md) | ${meta.description} | ${severity} | ${preset} | ${host} | ${repairsOf(meta)} |`;
  });
  return ['| Rule | What it asks for | Up to | From preset | Where | Edits |', '| --- | --- | --- | --- | --- | --- |', ...rows].join('\n');
}

function repairsOf({ fixable, hasSuggestions }: RuleMeta): string {
  return [...(fixable ? ['fix'] : []), ...(hasSuggestions ? ['suggestion'] : [])].join(', ');
}
