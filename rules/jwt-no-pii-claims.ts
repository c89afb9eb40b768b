import { claimsOf, type Claim } from '../src/analysis/questions/claims.js';
import { weakest } from '../src/analysis/judge.js';
import type { OperationOf } from '../src/analysis/operations/operations.js';
import { isPersonal, isPersonalClaim, personalName, personalSource } from '../src/analysis/questions/personal-claims.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { tokenClass } from '../src/analysis/questions/token-class.js';
import { step, traceOf } from '../src/analysis/trace.js';
import { alternatives, type Value } from '../src/analysis/evaluate/values.js';
import { isWithin, removeMember } from '../src/analysis/written-edits.js';
import { piiKind } from '../src/domain/names.js';

type MessageId = 'credential' | 'personal' | 'subject';

export const jwtNoPiiClaims: Rule<MessageId> = {
  meta: {
    id: 'jwt-no-pii-claims',
    description: 'Tokens must not carry credentials or personal data',
    scope: 'file',
    hasSuggestions: true,
    messages: {
      credential: {
        text: 'Credential {{claims}} is put into the token. A token is handed to clients, logged and cached, and a claim cannot be taken back. Leave it out: keep only the id of the user.',
        severity: 'error',
        confidence: 'likely',
      },
      personal: {
        text: 'Personal data {{claims}} is put into the token. Anyone who holds the token can read it: the payload is base64, not encryption. Keep only the id of the user and look the rest up.',
        severity: 'warning',
        confidence: 'likely',
      },
      subject: {
        text: 'The subject of the token is {{claims}}. Anyone who holds the token can read it, and it changes when the person changes it. Use an opaque id as `sub`.',
        severity: 'warning',
        confidence: 'likely',
      },
    },
    standards: { cwe: [359, 312], asvs: ['V14.1.1'], nist: ['5.1.1'], owasp: ['A01:2021', 'A01:2025', 'A04:2021', 'A06:2025'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    for (const issue of context.operationsOf('token.issue')) {
      const isReadable = issue.encrypted.kind === 'known' && issue.encrypted.value === false;
      const claims = claimsOf(context.evaluator, issue.payload);
      yield* grouped(context, issue, 'credential', claims.filter(({ name, value }) => piiKind(name) === 'credential' && isGiven(value)));
      const purpose = tokenClass(issue, context)?.class;
      // An ID token tells a client who signed in: that is what it is for.
      if (!isReadable || purpose === 'id') continue;
      // A link in a mail is read by whom the data is of, and is soon worth nothing.
      const severity = purpose === 'one-time' ? 'info' : 'warning';
      for (const problem of [...grouped(context, issue, 'personal', claims.filter(isPersonalClaim)), ...subject(issue)]) yield { ...problem, severity };
    }
  },
};

/** One problem for each place: the claims that an object brings along are one. */
function* grouped(context: RuleContext, issue: OperationOf<'token.issue'>, messageId: MessageId, claims: readonly Claim[]): Iterable<Problem<MessageId>> {
  const places = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = `${claim.at.file}:${claim.at.range[0]}`;
    places.set(key, [...(places.get(key) ?? []), claim]);
  }
  for (const [first, ...others] of places.values()) {
    if (first === undefined) continue;
    const names = [first, ...others].map(({ name, path, value }) => {
      const from = piiKind(name) === undefined ? personalSource(value) : undefined;
      return from === undefined ? `\`${path}\`` : `\`${path}\` (the \`${from}\`)`;
    }).join(', ');
    yield {
      messageId,
      at: first.at,
      data: { claims: names },
      trace: [...traceOf(issue, issue.payload), step(first.at, 'the claim is written here')],
      confidence: weakest('likely', first.confidence),
      suggestions: [isWithin(issue, first.at) ? removeMember(context, first.at) : undefined],
    };
  }
}

function* subject(issue: OperationOf<'token.issue'>): Iterable<Problem<MessageId>> {
  for (const { value } of alternatives(issue.subject)) {
    const named = personalName(value);
    if (named === undefined || !isPersonal(value)) continue;
    // The payload goes by that name, not its subject.
    if (named.at === issue.payload.via?.place) continue;
    yield { messageId: 'subject', at: named.at, data: { claims: `\`${named.name}\`` }, trace: traceOf(issue, value) };
  }
}

function isGiven(value: Value): boolean {
  return alternatives(value).some(({ value: one }) => one.kind !== 'known' || typeof one.value === 'string');
}
