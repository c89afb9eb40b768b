import { isAuthzClaim, piiKind } from '../../domain/claim-names.js';
import { isCsrfName } from '../../domain/names.js';
import { alternatives, type Value } from '../evaluate/values.js';
import { judge } from '../judge.js';
import { namesOf, textsOf } from '../naming.js';
import { unconverted } from '../operations/conversions.js';
import type { OperationOf } from '../operations/operations.js';
import type { RuleContext } from '../rule.js';
import { isOff } from './cookies.js';
import { isPersonalClaim, nameOnTheWay, personalSource } from './personal-claims.js';
import { isPlain, storedValues } from './stored.js';
import { wholeRecords } from './whole-records.js';

/** Something that a cookie holds and everybody who gets it can read, or change. */
export interface CookieContent {
  readonly kind: 'credential' | 'personal' | 'record' | 'rights';
  /** In the words of a message: `` `email`, `phone` ``. */
  readonly what: string;
  readonly value: Value;
}

/** Names that a cookie shares with things: without a person around them they say nothing. */
const VAGUE = new Set(['name', 'address', 'mobile', 'tel', 'secret', 'pin']);
const BEARER = /secret|key/i;
/** Whether to keep it, not what it is. */
const WISH = /remember|save|show|forgot|hint|need/i;
/** Calls that leave nobody else to read it. */
const CLOSED = /seal|crypt|cipher|hash|hmac|digest|sign|token/i;

/** What the value of a cookie gives away, a finding's worth each; what is sealed, hashed or fixed is nothing. */
export function contentsOf(context: RuleContext, { name, value, signed, script }: OperationOf<'cookie.set'>): CookieContent[] {
  const [cookie = ''] = textsOf(name);
  const members = storedValues(value)
    .filter((one) => !isPlain(one.value) && !isClosed(one.value))
    .map((one) => ({ name: one.name ?? cookie, path: one.name === undefined ? cookie : `${cookie}.${one.name}`, isOwn: one.name === undefined, value: one.value }));
  const named = (kind: CookieContent['kind'], found: typeof members): CookieContent[] => {
    const [first] = found;
    const names = [...new Set(found.map((one) => {
      const source = piiKind(one.name) !== undefined ? undefined : kind === 'personal' ? personalSource(one.value) : kind === 'credential' ? credentialSource(one.value) : undefined;
      return source === undefined ? `\`${one.name}\`` : `\`${one.name}\` (the \`${source}\`)`;
    }))];
    return first === undefined ? [] : [{ kind, what: names.join(', '), value: first.value }];
  };
  const clear = members.filter((one) => !isCsrfName(one.name) && !(one.isOwn && VAGUE.has(one.name)));
  // What a page's script writes is for the page to show, and a server that believes it is found there.
  const mayBeBelieved = script.kind === 'known' && script.value === false && judge(signed, isOff)?.confidence === 'certain';
  return [
    // A cookie that is a secret or a key by name is what it logs in with.
    ...named('credential', clear.filter((one) => credentialSource(one.value) !== undefined || (isCredential(one.name) && !(one.isOwn && BEARER.test(one.name)) && isReadable(one.value, isCredential)))),
    ...named('personal', clear.filter((one) => isPersonalClaim({ ...one, at: one.value.at, confidence: 'certain' }) && isReadable(one.value, (text) => piiKind(text) === 'pii'))),
    ...recordsIn(context, value),
    ...named('rights', mayBeBelieved ? clear.filter((one) => isAuthzClaim(one.name) && isReadable(one.value, isAuthzClaim)) : []),
  ];
}

function isCredential(name: string): boolean {
  return piiKind(name) === 'credential' && !WISH.test(name);
}

/** What the code calls a password that a cookie of another name holds; a secret or a key may be what it logs in with. */
function credentialSource(value: Value): string | undefined {
  const name = nameOnTheWay(value, (one) => isCredential(one) && !VAGUE.has(one) && !BEARER.test(one))?.name;
  return name === undefined || (value.kind === 'external' && value.call !== undefined) ? undefined : name;
}

/** Records that are written as JSON: a cookie is a text. */
function recordsIn(context: RuleContext, value: Value): CookieContent[] {
  const [record] = writtenAsJson(value).flatMap((one) => wholeRecords(context, one));
  return record === undefined ? [] : [{ kind: 'record', what: record.what, value: record.value }];
}

function writtenAsJson(value: Value): readonly Value[] {
  return alternatives(unconverted(value).value).flatMap(({ value: one }) => {
    if (one.kind === 'text') return one.parts.flatMap((part) => (typeof part === 'string' ? [] : writtenAsJson(part)));
    const [written] = one.kind === 'external' && one.package === 'global' ? (one.call?.args ?? []) : [];
    if (written === undefined || one.kind !== 'external') return [];
    return one.path === 'JSON.stringify()' ? [written] : one.path === 'encodeURIComponent()' ? writtenAsJson(written) : [];
  });
}

/** What a call makes that cannot be looked into may be sealed; unless the code calls that what it is. */
function isReadable(value: Value, isSo: (name: string) => boolean): boolean {
  return alternatives(value).some(({ value: one }) =>
    (one.kind !== 'unknown' && !(one.kind === 'external' && one.call !== undefined)) || namesOf(one).some(isSo));
}

function isClosed(value: Value): boolean {
  return alternatives(value).some(({ value: one }) =>
    (one.kind === 'external' && one.call !== undefined && CLOSED.test(one.path)) || (one.kind === 'derived' && one.operands.some(isClosed)));
}
