import type { ReportedFinding, ReportedTraceStep, ScanResult } from '../scanner/types.js';
import type { ReportContext } from './types.js';
import { count, printable, scannedFiles, severityCounts } from './words.js';

const COMMANDS = { error: 'error', warning: 'warning', info: 'notice' } as const;

/**
 * Workflow commands of GitHub Actions: an annotation for each finding, a notice for each diagnostic, then every finding
 * as a line of text, because GitHub shows ten annotations of a level per step and the log shows them without their
 * places. Paths are relative to the root of the repository.
 *
 * Commands and their escapes: https://docs.github.com/actions/reference/workflow-commands-for-github-actions and
 * packages/core/src/command.ts of actions/toolkit.
 */
export function github(result: ScanResult, { repositoryPath }: ReportContext): string {
  const lines = [
    ...result.findings.map((finding) => annotation(finding, repositoryPath)),
    ...result.diagnostics.map(({ file, message }) =>
      command('notice', { file: repositoryPath(file), title: 'authlint: not fully read' }, message)),
  ];
  if (result.findings.length > 0) {
    lines.push('::group::authlint: all findings', ...result.findings.map((finding) => plainLine(finding, repositoryPath)), '::endgroup::');
  }
  return `${[...lines, summaryLine(result)].join('\n')}\n`;
}

function annotation(finding: ReportedFinding, repositoryPath: ReportContext['repositoryPath']): string {
  const { start, end } = finding;
  const place = {
    file: repositoryPath(finding.file), line: start.line, endLine: end.line, col: start.column, endColumn: end.column,
  };
  const doubt = finding.confidence === 'certain' ? '' : ` (${finding.confidence})`;
  const steps = finding.trace.length < 2 ? [] : finding.trace.map((step, index) => `${index + 1}. ${stepText(step, repositoryPath)}`);
  return command(COMMANDS[finding.severity], { ...place, title: finding.ruleId + doubt }, [finding.message, ...steps].join('\n'));
}

function stepText({ file, start, note }: ReportedTraceStep, repositoryPath: ReportContext['repositoryPath']): string {
  return `${repositoryPath(file)}:${start.line}:${start.column}  ${note}`;
}

/** Begins with a word of our own: a line that begins with `::`, or holds `##[`, would be a command. */
function plainLine(finding: ReportedFinding, repositoryPath: ReportContext['repositoryPath']): string {
  const { severity, file, start, message, ruleId } = finding;
  const text = `${severity}  ${repositoryPath(file)}:${start.line}:${start.column}  ${message}  ${ruleId}`;
  return printable(text).replaceAll('##[', '## [');
}

function summaryLine({ summary: { files, findings } }: ScanResult): string {
  const { total, parts } = severityCounts(findings);
  if (total === 0) return `authlint: no findings (${scannedFiles(files)})`;
  return `authlint: ${count(total, 'finding')}: ${parts.map(({ text }) => text).join(', ')} (${scannedFiles(files)})`;
}

function command(name: string, properties: Readonly<Record<string, string | number>>, message: string): string {
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapedProperty(String(value))}`);
  return `::${name} ${list.join(',')}::${escaped(message)}`;
}

function escaped(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapedProperty(text: string): string {
  return escaped(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
