import type { ArtifactLocation, CodeFlow, Log, Notification, PhysicalLocation, Result } from 'sarif';
import type { Diagnostic, ReportedFinding, ReportedTraceStep, ScanResult } from '../scanner/types.js';
import { fingerprints } from './fingerprints.js';
import { descriptor, LEVELS } from './sarif-rules.js';
import type { ReportContext } from './types.js';
import { uriOf } from './uris.js';

/** The base of the URIs, by the name that uploaders to code scanning know. Where it is, is the reader's knowledge. */
const ROOT = '%SRCROOT%';

/**
 * SARIF 2.1.0, one run. URIs are relative to the root of the repository, also when the scan ran further below: code
 * scanning matches them with the repository's files. Every registered rule is described, whether it found anything or
 * not, so that a reader sees what was looked for. What comments suppress is not in it, because code scanning would
 * open alerts for it.
 */
export function sarif(result: ScanResult, context: ReportContext): string {
  const { tool, repositoryPath } = context;
  const rules = context.rules();
  const keys = fingerprints(result, repositoryPath);
  const indices = new Map(rules.map(({ id }, index) => [id, index]));
  const log: Log = {
    $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
    version: '2.1.0',
    runs: [{
      tool: {
        driver: {
          name: tool.name,
          version: tool.version,
          semanticVersion: tool.version,
          ...(tool.homepage !== undefined && { informationUri: tool.homepage }),
          rules: rules.map(descriptor),
        },
      },
      columnKind: 'utf16CodeUnits',
      originalUriBaseIds: { [ROOT]: { description: { text: 'The root of the repository.' } } },
      invocations: [{
        executionSuccessful: true,
        toolExecutionNotifications: result.diagnostics.map((diagnostic) => notification(diagnostic, repositoryPath)),
      }],
      results: result.findings.map((finding, index) =>
        resultOf(finding, keys[index] ?? '', indices.get(finding.ruleId), repositoryPath)),
    }],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

type PathOf = ReportContext['repositoryPath'];

function resultOf(finding: ReportedFinding, key: string, ruleIndex: number | undefined, pathOf: PathOf): Result {
  return {
    ruleId: finding.ruleId,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: LEVELS[finding.severity],
    message: { text: finding.message },
    locations: [{ physicalLocation: place(finding, pathOf) }],
    ...(finding.trace.length > 0 && { codeFlows: [codeFlow(finding.trace, pathOf)] }),
    partialFingerprints: { 'authlint/v1': key },
    properties: { confidence: finding.confidence },
  };
}

/** A code flow runs from the source to the sink; a trace begins at the operation. */
function codeFlow(trace: readonly ReportedTraceStep[], pathOf: PathOf): CodeFlow {
  const locations = trace.toReversed().map((step) => ({
    location: { physicalLocation: place(step, pathOf), message: { text: step.note } },
  }));
  return { threadFlows: [{ locations }] };
}

function place({ file, start, end }: Pick<ReportedFinding, 'file' | 'start' | 'end'>, pathOf: PathOf): PhysicalLocation {
  return {
    artifactLocation: artifact(file, pathOf),
    region: { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column },
  };
}

function artifact(file: string, pathOf: PathOf): ArtifactLocation {
  const uri = uriOf(pathOf(file));
  return uri.startsWith('file:') ? { uri } : { uri, uriBaseId: ROOT };
}

function notification({ file, message }: Diagnostic, pathOf: PathOf): Notification {
  return {
    level: 'warning',
    message: { text: message },
    locations: [{ physicalLocation: { artifactLocation: artifact(file, pathOf) } }],
  };
}
