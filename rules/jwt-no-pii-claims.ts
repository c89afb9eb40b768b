import { claimsOf, type Claim } from '../src/analysis/claims.js';
import type { Place } from '../src/analysis/finding.js';
import { weakest } from '../src/analysis/judge.js';
import { namesOf } from '../src/analysis/naming.js';
import type { OperationOf } from '../src/analysis/operations.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { tokenClass } from '../src/analysis/token-class.js';
import { step, traceOf } from '../src/analysis/trace.js';
import { alternatives, type Value } from '../src/analysis/values.js';
import { piiKind } from '../src/domain/names.js';
import { stems } from '../src/domain/words.js';

type MessageId = 'credential' | 'personal' | 'subject';

const DIGEST_WORDS = new Set(['hash', 'hashed', 'digest', 'hmac', 'sha', 'md', 'encrypt', 'encrypted', 'mask', 'masked']);

export const jwtNoPiiClaims: Rule<MessageId> = {
  meta: {
    id: 'jwt-no-pii-claims',
    description: 'Tokens must not carry credentials or personal data',
    scope: 'file',
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
    standards: { cwe: [359, 312], asvs: ['V14.1.1'], nist: ['5.1.1'], owasp: ['A01:2021', 'A01:2025'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    for (const issue of context.operationsOf('token.issue')) {
      const isReadable = issue.encrypted.kind === 'known' && issue.encrypted.value === false;
      const claims = claimsOf(context.evaluator, issue.payload);
      yield* grouped(issue, 'credential', claims.filter(({ name, value }) => piiKind(name) === 'credential' && isGiven(value)));
      // An ID token tells a client who signed in: that is what it is for.
      if (!isReadable || tokenClass(issue, context)?.class === 'id') continue;
      yield* grouped(issue, 'personal', claims.filter(({ name, value }) => piiKind(name) === 'pii' && isPersonal(value)));
      yield* subject(issue);
    }
  },
};

/** One problem for each place: the claims that an object brings along are one. */
function* grouped(issue: OperationOf<'token.issue'>, messageId: MessageId, claims: readonly Claim[]): Iterable<Problem<MessageId>> {
  const places = new Map<string, Claim[]>();
  for (const claim of claims) {
    const key = `${claim.at.file}:${claim.at.range[0]}`;
    places.set(key, [...(places.get(key) ?? []), claim]);
  }
  for (const [first, ...others] of places.values()) {
    if (first === undefined) continue;
    const names = [first, ...others].map(({ path }) => `\`${path}\``).join(', ');
    yield {
      messageId,
      at: first.at,
      data: { claims: names },
      trace: [...traceOf(issue, issue.payload), step(first.at, 'the claim is written here')],
      confidence: weakest('likely', first.confidence),
    };
  }
}

function* subject(issue: OperationOf<'token.issue'>): Iterable<Problem<MessageId>> {
  for (const { value } of alternatives(issue.subject)) {
    const named = personalName(value);
    if (named === undefined || !isPersonal(value)) continue;
    yield { messageId: 'subject', at: named.at, data: { claims: `\`${named.name}\`` }, trace: traceOf(issue, value) };
  }
}

/** The e-mail address or the like that a value is, by the first name on its way that says so. */
function personalName(value: Value): { name: string; at: Place } | undefined {
  const isPii = (name: string | undefined): name is string => name !== undefined && piiKind(name) === 'pii';
  for (let hop = value.via; hop !== undefined; hop = hop.next) {
    if (isPii(hop.name)) return { name: hop.name, at: hop.place };
    if (hop.member) return undefined;
  }
  const name = namesOf({ ...value, via: undefined })[0];
  return isPii(name) ? { name, at: value.at } : undefined;
}

function isGiven(value: Value): boolean {
  return alternatives(value).some(({ value: one }) => one.kind !== 'known' || typeof one.value === 'string');
}

/** Not a flag, a setting, a digest, or something that nothing is known of but that it is computed. */
function isPersonal(value: Value): boolean {
  return alternatives(value).some(({ value: one }) => {
    if (one.kind === 'absent') return false;
    if (one.kind === 'known') return typeof one.value === 'string' && one.value.includes('@');
    const names = one.kind === 'external' ? [...namesOf(one), one.path] : namesOf(one);
    if (names.some((name) => stems(name).some((word) => DIGEST_WORDS.has(word)))) return false;
    return one.kind !== 'unknown' || names.some((name) => piiKind(name) === 'pii');
  });
}
