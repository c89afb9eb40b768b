import { offeredRepairs, type Finding, type Place, type Repair } from '../analysis/finding.js';
import { firstLine } from '../ir/text.js';
import type { Mask } from './mask.js';
import { compareText, displayPath, isSource } from '../packages/paths.js';
import type { Project } from './project.js';
import { applySuppressions } from './suppressions.js';
import type { ReportedFinding, ReportedRepair, ScanResult } from './types.js';

export interface Presented {
  readonly findings: readonly ReportedFinding[];
  readonly severities: ScanResult['summary']['findings'];
  readonly sources: ScanResult['sources'];
}

/**
 * Findings as reports show them: with lines and columns, sorted, secrets masked.
 *
 * @param findings those to show
 * @param mask knows the secrets of every finding: what one of them knows to be a secret is masked everywhere
 */
export function present(findings: readonly Finding[], mask: Mask, project: Project, cwd: string): Presented {
  const sources = new Map<string, string>();
  const locate = ({ file, range }: Place): Pick<ReportedFinding, 'file' | 'start' | 'end'> => {
    const name = displayPath(file, cwd);
    if (!sources.has(name)) sources.set(name, mask.source(file, project.text(file) ?? ''));
    const lines = project.lines(file);
    const [start, end] = firstLine(project.text(file) ?? '', range);
    return { file: name, start: lines.position(start), end: lines.position(end) };
  };
  const repair = (file: string, { message, edits }: Repair): ReportedRepair => {
    const lines = project.lines(file);
    const positioned = edits.map(({ range, text }) => ({ start: lines.position(range[0]), end: lines.position(range[1]), text }));
    return { message: mask.prose(message), edits: positioned };
  };
  // A masked edit would do harm; one with a secret is not shown.
  const isShowable = ({ edits }: Repair): boolean => edits.every(({ text }) => mask.fragment(text) === text);
  const repairs = (finding: Finding): Pick<ReportedFinding, 'fix' | 'suggestions'> => {
    const { fix, suggestions } = offeredRepairs(finding);
    const { file } = finding.place;
    const shown = suggestions.filter(isShowable);
    return {
      ...(fix !== undefined && isShowable(fix) && { fix: repair(file, fix) }),
      ...(shown.length > 0 && { suggestions: shown.map((suggestion) => repair(file, suggestion)) }),
    };
  };
  const reported = findings.map(
    (finding): ReportedFinding => ({
      ruleId: finding.ruleId,
      messageId: finding.messageId,
      severity: finding.severity,
      confidence: finding.confidence,
      message: mask.prose(finding.message),
      ...locate(finding.place),
      trace: finding.trace.map((step) => ({ ...locate(step), note: mask.prose(step.note) })),
      docs: `rules/${finding.ruleId}.md`,
      ...repairs(finding),
    }),
  );
  return { findings: reported.sort(compareFindings), severities: countBySeverity(reported), sources };
}

/** The findings that no comment in their files suppresses. */
export function withoutSuppressed(findings: readonly Finding[], project: Project): Finding[] {
  const files = new Set(findings.map((finding) => finding.place.file));
  return [...files].flatMap((file) => {
    const own = findings.filter((finding) => finding.place.file === file);
    const comments = isSource(file) ? (project.module(file)?.comments ?? []) : (project.settings.get(file)?.comments ?? []);
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

