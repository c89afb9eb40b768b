import type { Finding, Place } from '../analysis/finding.js';
import { firstLine } from '../ir/text.js';
import { Mask } from './mask.js';
import { compareText, displayPath, isSource } from '../packages/paths.js';
import type { Project } from './project.js';
import { applySuppressions } from './suppressions.js';
import type { ReportedFinding, ScanResult } from './types.js';

export interface Presented {
  readonly findings: readonly ReportedFinding[];
  readonly severities: ScanResult['summary']['findings'];
  readonly sources: ScanResult['sources'];
}

/**
 * Findings as reports show them: without those that comments suppress, with lines and columns, sorted, secrets masked.
 *
 * @param wanted findings to show
 * @param all every finding: what one of them knows to be a secret is masked everywhere
 */
export function present(wanted: readonly Finding[], all: readonly Finding[], project: Project, cwd: string): Presented {
  const mask = new Mask(all.flatMap((finding) => finding.secrets), (file) => project.text(file));
  const sources = new Map<string, string>();
  const locate = ({ file, range }: Place): Pick<ReportedFinding, 'file' | 'start' | 'end'> => {
    const shown = displayPath(file, cwd);
    if (!sources.has(shown)) sources.set(shown, mask.source(file, project.text(file) ?? ''));
    const lines = project.lines(file);
    const [start, end] = firstLine(project.text(file) ?? '', range);
    return { file: shown, start: lines.position(start), end: lines.position(end) };
  };
  const reported = withoutSuppressed(wanted, project).map(
    (finding): ReportedFinding => ({
      ruleId: finding.ruleId,
      messageId: finding.messageId,
      severity: finding.severity,
      confidence: finding.confidence,
      message: mask.prose(finding.message),
      ...locate(finding.place),
      trace: finding.trace.map((step) => ({ ...locate(step), note: mask.prose(step.note) })),
      docs: `rules/${finding.ruleId}.md`,
    }),
  );
  return { findings: reported.sort(compareFindings), severities: countBySeverity(reported), sources };
}

function withoutSuppressed(findings: readonly Finding[], project: Project): Finding[] {
  const files = new Set(findings.map((finding) => finding.place.file));
  return [...files].flatMap((file) => {
    const own = findings.filter((finding) => finding.place.file === file);
    const comments = isSource(file) ? (project.module(file)?.comments ?? []) : [];
    return comments.length === 0 ? own : applySuppressions(own, comments, project.lines(file));
  });
}

function compareFindings(a: ReportedFinding, b: ReportedFinding): number {
  return (
    compareText(a.file, b.file) ||
    a.start.line - b.start.line ||
    a.start.column - b.start.column ||
    compareText(a.ruleId, b.ruleId) ||
    compareText(a.messageId, b.messageId) ||
    a.end.line - b.end.line ||
    a.end.column - b.end.column ||
    compareText(a.message, b.message)
  );
}

function countBySeverity(findings: readonly ReportedFinding[]): ScanResult['summary']['findings'] {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

