import { stems } from '../../domain/words.js';
import { someNode, type IrNode } from '../../ir/walk.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import type { Module } from '../evaluate/module.js';
import { alternatives, type Value } from '../evaluate/values.js';
import { lastName, namesOf, textsOf } from '../naming.js';
import type { OperationOf } from '../operations/operations.js';
import type { RuleContext } from '../rule.js';
import { functionsNamed } from './surroundings.js';

/** The name under which code keeps when a session began, or has to end: `createdAt`, `loginTime`, `absoluteExpiry`, `auth_time`. */
const BEGINNING = /^(?:created|logged_?in|login|signed_?in|start(?:ed)?|issued|authenticated|auth|session_?(?:start|created|began)\w*)_?(?:at|on|time|date|timestamp)?$/i;
/** What else is kept under such a name (`login: true`) does not end like a time. */
const STAMP = /(?:at|on|time|date|timestamp|start|began|created|started|iat)$|absolute|expir/i;
const ABSOLUTE = /absolute|hard_?(?:limit|expir)|max_?(?:session|lifetime)/i;

/** What is done with a time to hold it against the clock. */
const OPERATORS = new Set(['<', '<=', '>', '>=', '-', '+']);
const FUNCTIONS = /^(?:difference|diff|is_?(?:after|before|older|past)|add|elapsed)/i;

/** What belongs to a session: `session.createdAt`, `token.loginAt`, `req.session.startedAt`. */
const HOLDERS = new Set(['session', 'sess', 'token', 'jwt', 'auth', 'credentials', 'artifacts', 'cookie', 'yar', 'payload', 'claims']);

/**
 * Whether the project's own code ends sessions however much they are used: it keeps in the session when that began, or
 * reckons with such a time.
 */
export function capsSessions({ operationsOf, modules, evaluator }: RuleContext): boolean {
  const keepsBeginning = operationsOf('session.write').some(({ key }) => textsOf(key).some((name) => STAMP.test(name) && isBeginning(name)));
  return keepsBeginning || modules.some((module) => someNode(module.ir, (node) =>
    reckons(node) && readsBeginning(node, module, evaluator)));
}

function reckons(node: IrNode): boolean {
  if (node.kind === 'binary') return OPERATORS.has(node.operator);
  return node.kind === 'call' && FUNCTIONS.test(lastName(node.callee) ?? '');
}

function isBeginning(name: string): boolean {
  return BEGINNING.test(name) || name === 'iat' || ABSOLUTE.test(name);
}

function readsBeginning(node: IrNode, module: Module, ev: Evaluator): boolean {
  return someNode(node, (inner) => {
    if (inner.kind === 'member') return isBeginning(lastName(inner) ?? '') && isOfSession(inner.object);
    return inner.kind === 'identifier' && isBeginning(inner.name) && isReadFromSession(ev.evaluate(inner, { module, frame: undefined }));
  });
}

function isOfSession(object: IrNode): boolean {
  return someNode(object, (node) => isHolder(lastName(node) ?? ''));
}

function isHolder(name: string): boolean {
  return stems(name).some((word) => HOLDERS.has(word));
}

/** By the names on the way to where it stands, all of them. */
function isReadFromSession(value: Value): boolean {
  return alternatives(value).some(({ value: one }) => {
    for (let hop = one.via; hop !== undefined; hop = hop.next) if (hop.name !== undefined && isHolder(hop.name)) return true;
    const path = one.kind === 'external' ? one.path.split('.') : one.kind === 'param' ? [one.name, ...one.path] : [];
    return path.some(isHolder);
  });
}

/** Whether what is sealed is a session, by what it or the function around is called. */
export function sealsSession({ node, module, value }: OperationOf<'data.seal'>): boolean {
  const names = [...namesOf(value), ...functionsNamed(node, module)];
  return names.some((name) => stems(name).includes('session'));
}
