import { isAuthCookieName, isCsrfName } from '../../domain/names.js';
import type { Confidence, Place } from '../finding.js';
import { judge, weakest, type Judgement } from '../judge.js';
import { textsOf } from '../naming.js';
import type { OperationOf } from '../operations/operations.js';
import { paramsIn } from '../operations/params.js';
import type { RuleContext } from '../rule.js';
import { storedValues } from './stored.js';
import { tokenEvidence } from './tokens.js';
import { alternatives, truthiness, type Value } from '../evaluate/values.js';

/** A cookie that carries a session or a token. */
export interface AuthCookie {
  readonly operation: OperationOf<'cookie.set'> | OperationOf<'session.configure'>;
  /** As messages name it. */
  readonly name: string;
  /** How sure it is that this is such a cookie, and that it is set at all. */
  readonly confidence: Confidence;
}

/** The cookies that carry a session or a token: by name, by value, or because a session library writes them. */
export function authCookies(context: RuleContext): AuthCookie[] {
  const { operationsOf } = context;
  const sessions = operationsOf('session.configure').filter(mayHoldLogin).map((operation): AuthCookie => ({
    operation,
    name: textsOf(operation.name)[0] ?? 'session',
    confidence: operation.likely ? 'likely' : 'certain',
  }));
  return [...operationsOf('cookie.set').flatMap((operation) => authCookie(operation, context.wholeProject) ?? []), ...sessions];
}

/** Every cookie that is set and every session's, whatever they carry. */
export function allCookies({ operationsOf }: RuleContext): AuthCookie['operation'][] {
  return [...operationsOf('cookie.set'), ...operationsOf('session.configure')];
}

/** Whether an attribute that is there or not is not. Modes such as `'auto'`, which follow the request, are there. */
export function isOff(value: Value): boolean {
  return value.kind === 'absent' || (value.kind === 'known' && truthiness(value) === false);
}

/** Where the attributes of a cookie in production leave Secure out. */
export function withoutSecure({ secure }: AuthCookie['operation']): Judgement | undefined {
  return judge(secure, isOff, { productionOnly: true });
}

/** How sure it is that one cookie has both flaws: two that each hold only sometimes may never meet. */
export function meeting(a: Judgement, b: Judgement): Confidence | undefined {
  return a.confidence === 'likely' && b.confidence === 'likely' ? undefined : weakest(a.confidence, b.confidence);
}

/** Whether somebody may be logged in by a session; of libraries whose sessions hold a theme as often, the name tells. */
export function mayHoldLogin({ facts, name }: OperationOf<'session.configure'> | OperationOf<'session.write'>): boolean {
  if (facts.holdsAnything !== true) return true;
  const names = textsOf(name);
  return names.length > 0 && names.some((one) => isAuthCookieName(one) || isDefault(name));
}

function isDefault(value: Value): boolean {
  return value.kind === 'known' && value.defaultOf !== undefined;
}

/** Where it is decided what a cookie's name or value is: the call that gives it to a wrapper, else the operation's own. */
export function givenAt({ inner, callers, at }: OperationOf<'cookie.set'>, field: 'name' | 'value'): Place {
  const outermost = callers.at(-1);
  if (inner?.kind !== 'cookie.set' || outermost === undefined) return at;
  // In the text of a header a parameter leaves the name unknown.
  return inner[field].kind === 'unknown' || paramsIn(inner[field]).length > 0 ? outermost : givenAt(inner, field);
}

/** How the code would set an attribute: as an option of the call, or in the text of the header. */
export function attributeEdit({ operation }: Pick<AuthCookie, 'operation'>, option: string, attribute: string): string {
  return operation.facts.text === true ? `; ${attribute}` : option;
}

/** What a message adds where an attribute is missing: that the library does not set it either. */
export function noDefault({ operation }: Pick<AuthCookie, 'operation'>): string {
  if (operation.facts.text === true) return '';
  return operation.facts.replacesDefaults === true
    ? `, and ${operation.library} has no default for an overridden cookie`
    : `, and ${operation.library} has no default`;
}

/**
 * A function that sets a login cookie whatever it is called with sets one, even where the calls that can be seen pass
 * it nothing or a literal.
 */
function authCookie(operation: OperationOf<'cookie.set'>, isNameSettled: boolean): AuthCookie | undefined {
  const { inner } = operation;
  return asAuthCookie(operation, isNameSettled) ?? (inner?.kind === 'cookie.set' ? authCookie(inner, false) : undefined);
}

/** `isNameSettled`: nobody passes another name than the calls that were looked at. */
function asAuthCookie(operation: OperationOf<'cookie.set'>, isNameSettled: boolean): AuthCookie | undefined {
  const name = textsOf(operation.name)[0];
  if (clears(operation) || (name !== undefined && isCsrfName(name))) return undefined;
  if (!isNameSettled && paramsIn(operation.name).length > 0) return undefined;
  const sure: Confidence = operation.likely ? 'likely' : 'certain';
  const evidence = tokenEvidence(operation.value);
  if (evidence === 'issued') return { operation, name: name ?? 'token', confidence: sure };
  // A literal is a setting or a flag, whatever the cookie is called.
  if (name !== undefined && isAuthCookieName(name) && !isLiteral(operation.value)) return { operation, name, confidence: sure };
  if (evidence === 'strong' && name === undefined) return { operation, name: 'token', confidence: weakest(sure, 'likely') };
  return undefined;
}

function isLiteral(value: Value): boolean {
  return alternatives(value).every(({ value: one }) => one.kind === 'known');
}

/** Sets an empty value, or one that is over at once: a cookie that goes away. */
export function clears({ value, maxAge, expires }: OperationOf<'cookie.set'>): boolean {
  const stored = storedValues(value);
  const isEmpty = stored.length > 0 && stored.every(({ value: one }) => one.kind === 'absent' || (one.kind === 'known' && (one.value === '' || one.value === null)));
  if (isEmpty || (maxAge.kind === 'known' && Number(maxAge.value) <= 0)) return true;
  if (expires.kind !== 'known') return false;
  // A header's fixed date is one of the past: no session cookie is set with a fixed date of the future.
  return typeof expires.value === 'string' || Number(expires.value) <= 0;
}
