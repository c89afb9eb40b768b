import type { ReportContext } from './types.js';
import type { Position, ReportedFinding, ReportedRepair, ReportedTraceStep, ScanResult } from '../scanner/types.js';

/** Version of the report's shape. Members may be added under the same version; none changes or goes away. */
const schemaVersion = 1;

/** The machine-readable report: one JSON object, indented by two spaces. */
export function json(result: ScanResult, { tool }: ReportContext): string {
  const { files, findings } = result.summary;
  const report = {
    schemaVersion,
    tool: { name: tool.name, version: tool.version },
    findings: result.findings.map(findingOf),
    diagnostics: result.diagnostics.map(({ file, message }) => ({ file, message })),
    summary: {
      files: { found: files.found, candidates: files.candidates, analysed: files.analysed },
      findings: { error: findings.error, warning: findings.warning, info: findings.info },
    },
  };
  return `${JSON.stringify(report, null, 2)}\n`;
}

function findingOf(finding: ReportedFinding): ReportedFinding {
  return {
    ruleId: finding.ruleId,
    messageId: finding.messageId,
    severity: finding.severity,
    confidence: finding.confidence,
    message: finding.message,
    file: finding.file,
    start: positionOf(finding.start),
    end: positionOf(finding.end),
    trace: finding.trace.map(stepOf),
    docs: finding.docs,
    ...(finding.fix !== undefined && { fix: repairOf(finding.fix) }),
    ...(finding.suggestions !== undefined && { suggestions: finding.suggestions.map(repairOf) }),
  };
}

function stepOf({ file, start, end, note }: ReportedTraceStep): ReportedTraceStep {
  return { file, start: positionOf(start), end: positionOf(end), note };
}

function repairOf({ message, edits }: ReportedRepair): ReportedRepair {
  return { message, edits: edits.map(({ start, end, text }) => ({ start: positionOf(start), end: positionOf(end), text })) };
}

function positionOf({ line, column }: Position): Position {
  return { line, column };
}
