import { rules } from '../../../rules/index.js';
import type { RuleMeta } from '../../scanner/types.js';
import { strongest } from '../../domain/levels.js';
import { isInPreset, presets } from '../../policy/presets.js';
import type { ListFormat } from '../output-option.js';

const metas = rules.map(({ meta }) => meta).sort((a, b) => (a.id < b.id ? -1 : 1));

/** The rules, sorted by id: for people a table, for programs a JSON array. */
export function listRules(format: ListFormat): string {
  return format === 'json' ? `${JSON.stringify(metas.map(entry), null, 2)}\n` : table();
}

/** One line per rule: id, highest severity, where it runs, description. */
function table(): string {
  const rows = metas.map(({ id, messages, scope, description }) =>
    [id, strongest(Object.values(messages)).severity, scope === 'file' ? 'editor and scan' : 'scan only', description] as const);
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => (row[column] ?? '').length)));
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd());
  return `${lines.join('\n')}\n`;
}

/** Severity and confidence are those of the worst and of the surest message. Members may be added behind; none changes or goes away. */
function entry({ id, description, scope, messages, standards, fixable, hasSuggestions }: RuleMeta): object {
  const { cwe, asvs = [], rfc = [], owasp = [], api = [], nist = [] } = standards;
  return {
    id,
    description,
    ...strongest(Object.values(messages)),
    presets: presets.filter((preset) => isInPreset(messages, preset)),
    standards: { cwe, asvs, rfc, owasp, api, nist },
    scope,
    fixable: fixable === true,
    hasSuggestions: hasSuggestions === true,
    docs: `rules/${id}.md`,
  };
}
