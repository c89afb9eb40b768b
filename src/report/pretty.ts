import { codeFrameColumns } from '@babel/code-frame';
import picocolors from 'picocolors';
import type { Severity } from '../domain/levels.js';
import type { Diagnostic, Position, ReportedFinding, ScanResult } from '../scanner/types.js';
import type { ReportContext } from './types.js';
import { count, printable, scannedFiles, severityCounts } from './words.js';

type Colors = ReturnType<typeof picocolors.createColors>;

/** Lines longer than this make a frame unreadable (generated or minified code): then it is left out. */
const maxFrameLine = 500;

/** The report for people: findings by file with code frame and trace, diagnostics, and a summary line. */
export function pretty(result: ScanResult, context: ReportContext): string {
  const colors = picocolors.createColors(context.colors);
  const sections: string[] = [];
  let file: string | undefined;
  for (const finding of result.findings) {
    if (finding.file !== file) sections.push(colors.underline(printable(finding.file)));
    file = finding.file;
    sections.push(indent(findingText(finding, result.sources, context, colors)));
  }
  if (result.diagnostics.length > 0) sections.push(diagnosticsText(result.diagnostics, colors));
  sections.push(summaryText(result, colors));
  return `${sections.join('\n\n')}\n`;
}

function findingText(
  finding: ReportedFinding,
  sources: ScanResult['sources'],
  context: ReportContext,
  colors: Colors,
): string {
  const { line, column } = finding.start;
  const label = paint(finding.severity, colors)(finding.severity);
  const doubt = finding.confidence === 'certain' ? '' : colors.dim(` (${finding.confidence})`);
  return [
    `${colors.dim(`${line}:${column}`)}  ${label}${doubt}  ${finding.message}`,
    ...frame(sources.get(finding.file), finding.start, finding.end, context.colors),
    ...traceLines(finding, colors),
    colors.dim(`${finding.ruleId}  ${context.pagePath(finding.docs)}`),
  ].join('\n');
}

function frame(source: string | undefined, start: Position, end: Position, colored: boolean): string[] {
  if (source === undefined) return [];
  const shown = source.split(/\r\n|[\r\n\u2028\u2029]/).slice(Math.max(0, start.line - 3), start.line + 2);
  if (shown.length === 0 || shown.some((line) => line.length > maxFrameLine)) return [];
  // code-frame marks columns inclusively and a whole range over several lines; the first line says enough.
  const last = end.line === start.line ? { line: end.line, column: Math.max(end.column, start.column + 1) } : undefined;
  const location = last ? { start, end: last } : { start };
  const options = { linesAbove: 2, linesBelow: 2, highlightCode: colored, forceColor: colored };
  return [codeFrameColumns(printable(source, /[^\P{Cc}\t\n\r]/gu), location, options)];
}

/** The way from the operation back to the origin; a single step at the finding's own place says nothing new. */
function traceLines({ file, start, trace }: ReportedFinding, colors: Colors): string[] {
  const [only] = trace;
  if (!only || (trace.length === 1 && only.file === file && only.start.line === start.line)) return [];
  return trace.map((step, index) => {
    const place = `${printable(step.file)}:${step.start.line}:${step.start.column}`;
    return `  ${index + 1}. ${colors.cyan(place)}  ${step.note}`;
  });
}

function diagnosticsText(diagnostics: readonly Diagnostic[], colors: Colors): string {
  const title = `${count(new Set(diagnostics.map(({ file }) => file)).size, 'file')} not fully read:`;
  const lines = diagnostics.map(({ file, message }) => `  ${printable(file)}  ${message}`);
  return [colors.yellow(title), ...lines].join('\n');
}

function summaryText({ summary: { files, findings } }: ScanResult, colors: Colors): string {
  const { total, parts } = severityCounts(findings);
  const scanned = colors.dim(scannedFiles(files));
  if (total === 0) return `${colors.green('No findings')} (${scanned})`;
  return `${count(total, 'finding')}: ${parts.map(({ severity, text }) => paint(severity, colors)(text)).join(', ')} (${scanned})`;
}

function paint(severity: Severity, colors: Colors): (text: string) => string {
  return { error: colors.red, warning: colors.yellow, info: colors.blue }[severity];
}

function indent(text: string): string {
  return text.replace(/^(?=.)/gm, '  ');
}
