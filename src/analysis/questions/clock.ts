import { stems } from '../../domain/words.js';
import type { CallExpression, Expression, Identifier, NewExpression } from '../../ir/types.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import type { Module } from '../evaluate/module.js';
import { namesOf } from '../naming.js';
import { partsOf } from '../operations/params.js';
import { drawsSecurely } from '../operations/random-calls.js';
import type { External, Value } from '../evaluate/values.js';

/** What anybody can read off a clock. */
export interface ClockReading {
  readonly node: CallExpression | NewExpression;
  /** Values of it within one second. */
  readonly perSecond: number;
}

/** Methods of the platform's objects that read a clock, and how fine it is. */
const CLOCKS: Readonly<Record<string, number>> = {
  'Date.now': 1e3, 'performance.now': 1e6, 'process.hrtime': 1e9, 'process.hrtime.bigint': 1e9, 'process.uptime': 1e9,
};

/** `Date.now()`, `performance.now()`, `process.hrtime()`, `new Date()`. */
export function clockReadings(module: Module): ClockReading[] {
  return module.sites.calls.flatMap((node) => {
    const { callee, args } = node;
    const [object, name] = dotted(callee) ?? [];
    if (object === undefined || name === undefined || module.bindingOf(object) !== undefined) return [];
    const perSecond = node.kind === 'new' ? (name === 'Date' && args.length === 0 ? 1e3 : undefined) : CLOCKS[name];
    return perSecond === undefined ? [] : [{ node, perSecond }];
  });
}

/** `Date.now` as its first name and its text. */
function dotted(node: Expression): [Identifier, string] | undefined {
  if (node.kind === 'identifier') return [node, node.name];
  if (node.kind !== 'member' || typeof node.property !== 'string') return undefined;
  const [object, text] = dotted(node.object) ?? [];
  return object === undefined || text === undefined ? undefined : [object, `${text}.${node.property}`];
}

/** Names of what an attacker knows of the user whose token they want. */
const KNOWN_WORDS = new Set(['email', 'mail', 'user', 'username', 'id', 'name', 'ip', 'phone', 'time', 'date', 'now', 'timestamp', 'index', 'i']);

/** Whether nothing in a value is secret: clock readings, literals, hashes of these, and what is known of the user. */
export function isGuessable(ev: Evaluator, value: Value): boolean {
  for (const part of partsOf(value)) {
    switch (part.kind) {
      case 'param':
      case 'unknown':
      case 'env':
        if (!namesOf(part).some((name) => stems(name).some((word) => KNOWN_WORDS.has(word)))) return false;
        break;
      case 'external':
        if (!isPublic(ev, part)) return false;
        break;
      case 'instance':
      case 'function':
        return false;
      default:
        break;
    }
  }
  return true;
}

/** Whether what the packages of others give is known to anybody: hashes of what is, and what guessable sources make. */
function isPublic(ev: Evaluator, { path, package: packageName, call }: External): boolean {
  const isSecure = call === undefined ? undefined : drawsSecurely(ev, call);
  if (isSecure !== undefined) return !isSecure;
  if (packageName === 'global') return true;
  if (/^(?:node:)?crypto$/.test(packageName)) return path === '' || path.startsWith('createHash');
  return /^(?:md5|sha\d+|object-hash)$/.test(packageName);
}

/** Whether a secure random source is part of a value. */
export function containsSecureRandom(ev: Evaluator, value: Value): boolean {
  for (const part of partsOf(value)) if (part.kind === 'external' && part.call !== undefined && drawsSecurely(ev, part.call) === true) return true;
  return false;
}
