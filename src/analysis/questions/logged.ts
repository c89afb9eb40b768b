import { credentialKind, isDisguised, isLoginPlace, type CredentialKind } from '../../domain/credential-names.js';
import { REQUEST_NAMES } from '../../domain/request-names.js';
import type { Analysis } from '../analyse.js';
import { alternatives, type Value } from '../evaluate/values.js';
import { namesOf, textsOf } from '../naming.js';
import type { OperationOf } from '../operations/operations.js';
import { partsOf } from '../operations/params.js';
import { isInAuthCode } from './auth-context.js';
import { isDevelopmentOnly } from './development-only.js';
import { isPlain, storedValues, type Stored } from './stored.js';
import { fileName, functionsNamed, routesAround } from './surroundings.js';
import { isIssued } from './tokens.js';

/** A credential that a log call writes. */
export interface Logged {
  readonly value: Value;
  /** What the code calls it. */
  readonly name: string;
  readonly kind: CredentialKind | 'request';
}

/** Parts of a request that hold credentials, whoever sends it; a body does where somebody logs in. */
const REQUEST_PARTS = /(?:Request|Context|IncomingMessage)#\.(?:req\.|request\.)?(headers|rawHeaders|cookies|session|body)$/;

/** Operations beside which a bare `token` is one that logs somebody in. */
const AUTH_KINDS = /^(?:token|session|password|login)\./;

/** The credentials that a call writes into a log, each name once; of calls that run outside production only, none. */
export function loggedCredentials(log: OperationOf<'log.write'>, analysis: Analysis): Logged[] {
  const found = new Map<string, Logged>();
  const values = log.values.kind === 'array' ? log.values.elements : [];
  for (const stored of values.flatMap((value) => storedValues(inspected(value)))) {
    const logged = requestPart(stored, log) ?? credential(stored, log, analysis);
    if (logged !== undefined && !found.has(logged.name)) found.set(logged.name, logged);
  }
  return found.size > 0 && isDevelopmentOnly(log.node, log.module, analysis.evaluator) ? [] : [...found.values()];
}

/** `util.inspect(value, …)` writes the value. */
function inspected(value: Value): Value {
  const isInspect = value.kind === 'external' && /^(?:node:)?util$/.test(value.package) && value.path.endsWith('inspect()');
  return isInspect ? (value.call?.args[0] ?? value) : value;
}

function requestPart({ value }: Stored, { node, module }: OperationOf<'log.write'>): Logged | undefined {
  if (value.kind === 'external' && value.path === 'process.env') return { value, name: 'process.env', kind: 'secret' };
  const part = requestPartOf(value);
  if (part === undefined) return undefined;
  const isLogin = (): boolean => {
    const around = [...functionsNamed(node, module), ...routesAround(node, module)];
    return (around.length > 0 ? around : [fileName(module)]).some(isLoginPlace);
  };
  return part === 'body' && !isLogin() ? undefined : { value, name: part, kind: 'request' };
}

function requestPartOf(value: Value): string | undefined {
  if (value.kind === 'external') return REQUEST_PARTS.exec(value.path)?.[1];
  if (value.kind !== 'param' || !REQUEST_NAMES.has(value.name) || value.path.length !== 1) return undefined;
  return ['headers', 'cookies', 'session', 'body'].find((part) => part === value.path[0]);
}

function credential(stored: Stored, log: OperationOf<'log.write'>, analysis: Analysis): Logged | undefined {
  const { value } = stored;
  const names = [...(stored.name === undefined ? [] : [stored.name]), ...namesOf(value)];
  if (names.some(isDisguised) || isComputed(value)) return undefined;
  const named = names.map((name) => ({ name, kind: credentialKind(name) })).find(({ kind }) => kind !== undefined);
  const kind = named?.kind;
  // What is written in the code is no user's, but a secret under its name is the application's.
  if (isPlain(value)) {
    const isText = value.kind === 'known' && typeof value.value === 'string' && value.value !== '' && value.defaultOf === undefined;
    return named !== undefined && kind === 'secret' && isText ? { value, name: named.name, kind } : undefined;
  }
  if (named === undefined || kind === undefined) return isIssued(value) ? { value, name: names[0] ?? 'token', kind: 'token' } : undefined;
  const needsContext = kind === 'weak token' || kind === 'session id' || kind === 'header';
  if (needsContext && !isOfLogin(value, log, analysis)) return undefined;
  return { value, name: named.name, kind };
}

/** What is computed on the spot has no name: `{ token: mask(token) }` writes what nobody can tell. */
function isComputed(value: Value): boolean {
  if (value.kind === 'external') return value.path.endsWith("()") && isMasking(value.path);
  return (value.kind === 'derived' || value.kind === 'unknown') && value.via === undefined;
}

/** A function that hides or shortens what it is given, by its name. */
function isMasking(path: string): boolean {
  return path.split('.').some((step) => isDisguised(step) || /^(?:slice|substring|substr|truncate|shorten|obfuscate|anonymi[sz]e|sanitize)/i.test(step));
}

/** Whether the value comes with a request, or stands in code that deals with logins. */
function isOfLogin(value: Value, { node, module }: OperationOf<'log.write'>, { operations }: Analysis): boolean {
  if (isInAuthCode(node, module)) return true;
  const isSent = [...partsOf(value)].some((part) =>
    part.kind === 'external' && (REQUEST_PARTS.test(part.receiver?.path ?? '') || textsOf(part.call?.args[0]).some((text) => /^authorization$/i.test(text))));
  return isSent || operations.some((operation) => operation.module === module && AUTH_KINDS.test(operation.kind));
}

/** The names that a logger leaves out; `undefined` when that cannot be told. */
export function redactedNames(redact: Value): readonly string[] | undefined {
  if (redact.kind === 'absent') return [];
  const names = alternatives(redact).flatMap(({ value }) => {
    const paths = value.kind === 'object' ? value.members.get('paths') : value;
    return paths?.kind === 'array' && paths.open === undefined ? paths.elements.flatMap((one) => textsOf(one)) : [];
  });
  return names.length === 0 ? undefined : names.map((path) => path.replace(/^.*[.["']([\w-]+)["'\]]*$/, '$1'));
}
