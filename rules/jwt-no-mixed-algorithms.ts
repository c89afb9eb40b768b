import { judge, weakest } from '../src/analysis/judge.js';
import type { OperationOf } from '../src/analysis/operations/operations.js';
import { holdsForAll, mayHold, versionText } from '../src/analysis/operations/versions.js';
import { publicKeyEvidence } from '../src/analysis/questions/public-keys.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { traceOf } from '../src/analysis/trace.js';
import { alternatives, type Value } from '../src/analysis/evaluate/values.js';
import { algorithmFamily } from '../src/domain/algorithms.js';

type MessageId = 'confused' | 'mixed' | 'publicSecret';

export const jwtNoMixedAlgorithms: Rule<MessageId> = {
  meta: {
    id: 'jwt-no-mixed-algorithms',
    description: 'One key must not verify both HMAC and public-key signatures',
    scope: 'file',
    messages: {
      confused: {
        text: '{{hmac}} and {{asymmetric}} are accepted with one key. {{library}} takes the text of a public key for the secret of an HMAC, so that everybody who has the public key can sign tokens with {{hmac}}. Name the one algorithm that the tokens are signed with.',
        severity: 'error',
        confidence: 'certain',
      },
      mixed: {
        text: '{{hmac}} and {{asymmetric}} are accepted with one key. {{effect}}. Name the one algorithm that the tokens are signed with.',
        severity: 'warning',
        confidence: 'certain',
      },
      publicSecret: {
        text: 'The key is public, and {{hmac}} signs with the key that it verifies with. {{effect}}. Sign with the private key, and name its algorithm.',
        severity: 'error',
        confidence: 'likely',
      },
    },
    standards: { cwe: [757, 347], asvs: ['V9.1.2'], rfc: ['RFC 8725 2.1', 'RFC 8725 3.1'], owasp: ['A02:2021', 'A04:2025'] },
  },

  *check({ operationsOf }: RuleContext): Iterable<Problem<MessageId>> {
    for (const verify of operationsOf('token.verify')) {
      const bad = judge(verify.algorithms, (value) => isMixed(familiesIn(value)));
      if (bad === undefined) {
        yield* publicSecret(verify);
        continue;
      }
      const { hmac, asymmetric } = familiesIn(bad.culprit);
      const isConfused = confuses(verify) === true;
      yield {
        messageId: isConfused ? 'confused' : 'mixed',
        at: bad.culprit.at,
        data: { hmac: hmac.join(', '), asymmetric: asymmetric.join(', '), library: nameOf(verify), effect: effectOfMixing(verify) },
        trace: traceOf(verify, bad.culprit),
        // A function may give each algorithm a key of its own.
        confidence: weakest(bad.confidence, verify.likely || isChosen(verify.key) ? 'likely' : 'certain'),
      };
    }
  },
};

type Verify = OperationOf<'token.verify'>;

interface Families {
  readonly hmac: readonly string[];
  readonly asymmetric: readonly string[];
}

/** The registered algorithms of a list, or of the one that stands in its place. What may be one of several counts as none. */
function familiesIn(algorithms: Value): Families {
  const listed = algorithms.kind === 'array' ? algorithms.elements : [algorithms];
  const names = listed.flatMap((one) => (one.kind === 'known' && typeof one.value === 'string' ? [one.value] : []));
  const isHmac = (name: string): boolean => algorithmFamily(name) === 'hmac';
  const isAsymmetric = (name: string): boolean => ['rsa', 'pss', 'ec', 'eddsa'].includes(algorithmFamily(name) ?? '');
  return { hmac: names.filter(isHmac), asymmetric: names.filter(isAsymmetric) };
}

function isMixed({ hmac, asymmetric }: Families): boolean {
  return hmac.length > 0 && asymmetric.length > 0;
}

/** Nothing but HMAC with a key that is public. */
function* publicSecret(verify: Verify): Iterable<Problem<MessageId>> {
  const hmacOnly = judge(verify.algorithms, (value) => familiesIn(value).hmac.length > 0);
  const evidence = hmacOnly?.confidence === 'certain' ? publicKeyEvidence(verify.key) : undefined;
  const isSure = confuses(verify);
  if (hmacOnly === undefined || evidence === undefined || isSure === false) return;
  yield {
    messageId: 'publicSecret',
    at: hmacOnly.culprit.at,
    data: {
      hmac: familiesIn(hmacOnly.culprit).hmac.join(', '),
      effect: isSure ? `With ${nameOf(verify)} everybody who has the key can sign tokens` : effectOfMixing(verify),
    },
    trace: traceOf(verify, verify.key),
    severity: isSure ? 'error' : 'warning',
    confidence: weakest(evidence, verify.likely ? 'likely' : 'certain'),
  };
}

/** Whether the library takes a public key for an HMAC's secret; `undefined` where the version decides and is not known. */
function confuses({ facts, version }: Verify): boolean | undefined {
  const versions = facts.confusesKeys;
  if (versions === undefined) return false;
  return holdsForAll(version, versions) ? true : mayHold(version, versions) ? undefined : false;
}

function effectOfMixing(verify: Verify): string {
  return confuses(verify) === false
    ? `${nameOf(verify)} still refuses an HMAC by a public key; nothing else keeps whoever has the public key from signing tokens`
    : `${verify.library} ${String(verify.facts.confusesKeys)} takes the text of a public key for the secret of an HMAC, and the version in use is not known`;
}

function nameOf({ library, version }: Verify): string {
  return versionText(library, version);
}

function isChosen(key: Value): boolean {
  return alternatives(key).some(({ value }) => value.kind === 'function' || value.kind === 'external');
}
