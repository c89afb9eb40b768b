import { judge } from '../src/analysis/judge.js';
import type { Operation, OperationOf } from '../src/analysis/operations/operations.js';
import { versionText } from '../src/analysis/operations/versions.js';
import { isIssuedElsewhere, issuedWith } from '../src/analysis/questions/issued-with.js';
import { keySetOf } from '../src/analysis/questions/key-sets.js';
import { publicKeyEvidence } from '../src/analysis/questions/public-keys.js';
import { comparesClaims, handsClaimsOn } from '../src/analysis/questions/verified-claims.js';
import { textsOf } from '../src/analysis/naming.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { step, traceOf } from '../src/analysis/trace.js';
import type { Value } from '../src/analysis/evaluate/values.js';

type MessageId = 'keySet' | 'issuer' | 'unchecked' | 'elsewhere' | 'issued';

export const jwtRequireAudienceIssuer: Rule<MessageId> = {
  meta: {
    id: 'jwt-require-audience-issuer',
    description: 'Tokens must say who issued them and for whom, and verification must check it',
    scope: 'file',
    messages: {
      keySet: {
        text: 'Verification does not check {{missing}}. The keys come from {{keys}}, which signs tokens for all its clients: one issued for any other of them passes here. {{action}}.',
        severity: 'warning',
        confidence: 'likely',
      },
      issuer: {
        text: 'Verification does not check {{missing}}. The keys come from {{keys}}, which may sign for several issuers. {{action}}.',
        severity: 'info',
        confidence: 'likely',
      },
      unchecked: {
        text: 'Verification does not check {{missing}}. Tokens of this key are issued for {{audiences}}: one that is meant for something else passes here. {{action}}.',
        severity: 'info',
        confidence: 'likely',
      },
      elsewhere: {
        text: 'Verification does not check {{missing}}. Nothing in this project issues tokens with this key: whatever else has it, for whatever purpose, issues tokens that pass here. {{action}}.',
        severity: 'info',
        confidence: 'likely',
      },
      issued: {
        text: 'Token says neither who issued it nor for whom. Every verifier with the same key accepts it, whatever it was meant for. Issue it with `iss` and `aud` and check both where it is verified.',
        severity: 'info',
        confidence: 'likely',
      },
    },
    standards: {
      cwe: [287], asvs: ['V9.2.3', 'V9.2.4', 'V10.3.1'], rfc: ['RFC 8725 3.8', 'RFC 8725 3.9', 'RFC 9700 2.3'],
      owasp: ['A07:2021', 'A07:2025'],
    },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    for (const verify of context.operationsOf('token.verify')) yield* verified(context, verify);
    for (const issue of context.operationsOf('token.issue')) {
      const isReadable = issue.encrypted.kind === 'known' && issue.encrypted.value === false;
      const isNamed = [issue.audience, issue.issuer].some((value) => missingAt(value) === undefined);
      if (!isReadable || isNamed) continue;
      yield { messageId: 'issued', at: issue.at, trace: traceOf(issue), confidence: 'likely' };
    }
  },
};

function* verified(context: RuleContext, verify: OperationOf<'token.verify'>): Iterable<Problem<MessageId>> {
  const missing = missingOf(verify);
  // Another file may compare the claims of a token that is handed on.
  if (missing === undefined || (!context.wholeProject && handsClaimsOn(verify))) return;
  const found = isTold(verify) ? undefined : verdict(context, verify);
  if (found === undefined || comparesClaims(context, verify, ['aud', 'iss', 'azp', 'client_id'])) return;
  yield {
    messageId: found.messageId,
    at: missing.at.at,
    data: { missing: missing.names, action: actionFor(verify), keys: '', audiences: '', ...found.data },
    trace: [...traceOf(verify, missing.at), ...(found.issue ? [step(found.issue.at, 'tokens are issued with the key here')] : [])],
    ...(found.severity === undefined ? {} : { severity: found.severity }),
  };
}

interface Verdict extends Pick<Problem<MessageId>, 'messageId' | 'severity'> {
  readonly data?: Readonly<Record<string, string>>;
  readonly issue?: OperationOf<'token.issue'>;
}

/** What a check that is left out amounts to, by whose tokens the key signs. */
function verdict(context: RuleContext, verify: OperationOf<'token.verify'>): Verdict | undefined {
  const keySet = keySetOf(context.evaluator, verify);
  const noAudience = missingAt(verify.audience) !== undefined;
  if (keySet !== undefined) {
    const keys = keySet.host === undefined ? 'a published key set' : `the key set of ${keySet.host}`;
    return { messageId: noAudience ? 'keySet' : 'issuer', data: { keys } };
  }
  const issues = issuedWith(context, verify.key);
  const [issue] = issues;
  if (issue === undefined) {
    const isBare = noAudience && missingAt(verify.issuer) !== undefined;
    if (!isBare || !isIssuedElsewhere(context, verify.key)) return undefined;
    // Who has a public key alone verifies the tokens of somebody else.
    return { messageId: 'elsewhere', severity: publicKeyEvidence(verify.key) === undefined ? 'info' : 'warning' };
  }
  const audiences = [...new Set(issues.flatMap(({ audience }) => textsOf(audience)))];
  if (audiences.length === 0 || !noAudience) return undefined;
  // One key for several audiences: the claim alone tells their tokens apart.
  const severity = audiences.length > 1 ? 'warning' : 'info';
  return { messageId: 'unchecked', severity, data: { audiences: audiences.map((one) => `'${one}'`).join(', ') }, issue };
}

/** What a verification leaves out of the two, in the words of a message, and where it would have to stand. */
function missingOf(verify: OperationOf<'token.verify'>): { names: string; at: Value } | undefined {
  const [audience, issuer] = [missingAt(verify.audience), missingAt(verify.issuer)];
  if (audience !== undefined && issuer !== undefined) return { names: 'audience and issuer', at: audience };
  if (audience !== undefined) return { names: 'the audience', at: audience };
  return issuer === undefined ? undefined : { names: 'the issuer', at: issuer };
}

/** Where a value that is not there on any way would have to stand. */
function missingAt(value: Value): Value | undefined {
  const absent = judge(value, ({ kind }) => kind === 'absent');
  return absent?.confidence === 'certain' ? absent.culprit : undefined;
}

/** Whether the call gives them where they do nothing: that is another rule's. */
function isTold({ ineffective = [] }: Operation): boolean {
  return ineffective.some(({ name }) => /(?:^|\.)(?:aud|iss|allowed(?:Aud|Iss))/.test(name));
}

function actionFor({ sources = {}, library, version }: OperationOf<'token.verify'>): string {
  const from = sources['audience']?.from;
  const hasOption = !Array.isArray(from) || from.length > 0;
  if (hasOption) return 'Name the audience and the issuer that are accepted';
  return `${versionText(library, version)} has no option for it: compare \`aud\` and \`iss\` of the payload`;
}
