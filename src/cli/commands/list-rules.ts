import { rules } from '../../../rules/index.js';
import { severities } from '../../domain/levels.js';

/** One line per rule: id, highest severity, where it runs, description. */
export function listRules(): string {
  const rows = rules.map(({ meta }) => {
    const levels = Object.values(meta.messages).map(({ severity }) => severity);
    const highest = severities.findLast((severity) => levels.includes(severity)) ?? 'info';
    return [meta.id, highest, meta.scope === 'file' ? 'editor and scan' : 'scan only', meta.description] as const;
  });
  const widths = [0, 1, 2].map((column) => Math.max(0, ...rows.map((row) => (row[column] ?? '').length)));
  const lines = rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ').trimEnd());
  return `${lines.sort().join('\n')}\n`;
}
