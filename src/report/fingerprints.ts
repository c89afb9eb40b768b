import { createHash } from 'node:crypto';
import type { ReportedFinding, ScanResult } from '../scanner/types.js';

/**
 * One key per finding that stays when lines move, are indented anew or end otherwise: a hash of the rule, the message's
 * id, the file and the text of the line, and a number that tells apart what is equal in all of them. The text is the
 * masked one, so that nothing can be learnt of a secret.
 *
 * @param repositoryPath gives the file's name in the key, which is the same wherever in the repository the scan ran
 * @returns keys in the order of the findings, all different
 */
export function fingerprints(
  { findings, sources }: ScanResult,
  repositoryPath: (file: string) => string,
): readonly string[] {
  const lines = new Map<string, readonly string[]>();
  const seen = new Map<string, number>();
  return findings.map(({ ruleId, messageId, file, start }: ReportedFinding) => {
    let text = lines.get(file);
    if (text === undefined) lines.set(file, (text = (sources.get(file) ?? '').split(/\r\n|[\r\n\u2028\u2029]/)));
    const line = (text[start.line - 1] ?? '').replaceAll(/\s+/g, '');
    const identity = JSON.stringify([ruleId, messageId, repositoryPath(file), line]);
    const hash = createHash('sha256').update(identity).digest('hex').slice(0, 32);
    const occurrence = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, occurrence);
    return `${hash}:${occurrence}`;
  });
}
