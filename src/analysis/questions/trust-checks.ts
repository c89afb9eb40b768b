import { isNone } from '../../domain/algorithms.js';
import { CONVERSIONS, sinksFor } from '../../knowledge/index.js';
import type { Expression, IfStatement } from '../../ir/types.js';
import { someNode, type IrNode } from '../../ir/walk.js';
import { alternatives, type Value } from '../evaluate/values.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import type { Module } from '../evaluate/module.js';
import { lastName } from '../naming.js';
import type { Arrival } from '../operations/value-flow.js';
import { isEquality } from './conditions.js';

/** Methods that look something up, or compare it. */
const LOOKUPS = new Set(['has', 'includes', 'get', 'indexOf', 'startsWith', 'endsWith', 'test', 'match', 'exec', 'localeCompare', 'equals']);
/** Methods that look something up by an object as well: `findOne({ issuer })`. */
const QUERIES = /^(?:find|query|select|count|exists|where|lookup)/i;
/** Methods and functions that leave of a text what can do no harm as part of another. */
const CLEANERS = new Set(['replace', 'replaceAll', 'basename', 'Number', 'parseInt', 'escape', 'escapeId', 'quote']);
/** Functions that check nothing, wherever they are from. */
const CARELESS = new Set([
  'log', 'debug', 'info', 'warn', 'error', 'trace', 'set', 'put', 'add', 'push', 'emit', 'send', 'json', 'next', 'resolve', 'reject',
  'parse', 'stringify', 'String', 'Boolean', 'URL', 'from', 'of', 'join', 'concat', 'encodeURIComponent', 'decodeURIComponent', 'atob', 'btoa',
]);

/** Whether an expression is compared with something, or looked up in something: for good, or nobody can tell. */
export function isChecked({ node, module, held }: Arrival, ev: Evaluator): boolean {
  const parent = module.parentOf(node);
  switch (parent?.kind) {
    case 'binary':
      if (parent.operator === 'in') return parent.left === node;
      return isEquality(parent.operator) && tellsOneApart(parent.left === node ? parent.right : parent.left);
    case 'switch':
      return parent.discriminant === node;
    case 'member':
      return parent.property === node || (parent.object === node && typeof parent.property === 'string' && LOOKUPS.has(parent.property));
    case 'call': {
      if (!parent.args.includes(node)) return false;
      const name = lastName(parent.callee) ?? '';
      if (LOOKUPS.has(name) || QUERIES.test(name) || /thumbprint/i.test(name)) return true;
      // What cannot be seen may well check it.
      return held.length === 0 && !CARELESS.has(name) && alternatives(ev.callee(parent, { module, frame: undefined })).some(({ value }) => mayCheck(value));
    }
    default:
      return false;
  }
}

/** A function that is not here, or a library's of which nothing is known. */
function mayCheck(callee: Value): boolean {
  if (callee.kind === 'external') return sinksFor(callee.package, callee.path, 'call').length === 0 && !CONVERSIONS.has(`${callee.package}:${callee.path}()`);
  return callee.kind === 'unknown' || callee.kind === 'param';
}

/**
 * Whether an expression only decides which of two values there is: `alg.startsWith('HS') ? secret : publicKey`, or the same
 * with `if` and `else`.
 */
export function onlyChooses({ node, module }: Arrival): boolean {
  let child: IrNode = node;
  let parent = module.parentOf(child);
  while (parent !== undefined && PARTS_OF_TESTS.has(parent.kind)) {
    child = parent;
    parent = module.parentOf(parent);
  }
  if (parent?.kind === 'if') return parent.test === child && choosesOnly(parent);
  return parent?.kind === 'conditional' && parent.test === child;
}

/** Whether an `if`, with those in its `else`, has a way for whatever there is, and ends in none. */
function choosesOnly({ then, else: other }: IfStatement): boolean {
  if (other === undefined || [...then, ...other].some((statement) => someNode(statement, ({ kind }) => kind === 'throw' || kind === 'return'))) return false;
  const [only] = other;
  return other.length !== 1 || only?.kind !== 'if' || choosesOnly(only);
}

const PARTS_OF_TESTS: ReadonlySet<IrNode['kind']> = new Set<IrNode['kind']>(['binary', 'unary', 'logical', 'member', 'call']);

/**
 * Whether an expression is looked up only where one of the others has written what is found: `cache.get(iss)` with
 * `cache.set(iss, …)` remembers, and knows nobody.
 */
export function isRemembered(arrival: Arrival, others: readonly Arrival[]): boolean {
  const table = tableOf(arrival);
  return table !== undefined && others.some((other) => other.module === arrival.module && writtenTableOf(other) === table);
}

/** The name of the table that an expression is the key of. */
function tableOf({ node, module }: Arrival): string | undefined {
  const parent = module.parentOf(node);
  if (parent?.kind === 'member') return parent.property === node ? lastName(parent.object) : undefined;
  if (parent?.kind !== 'call' || parent.args[0] !== node || parent.callee.kind !== 'member') return undefined;
  return ['get', 'has', 'set'].includes(lastName(parent.callee) ?? '') ? lastName(parent.callee.object) : undefined;
}

function writtenTableOf(arrival: Arrival): string | undefined {
  const { node, module } = arrival;
  const parent = module.parentOf(node);
  const isWritten = parent?.kind === 'call'
    ? lastName(parent.callee) === 'set'
    : parent?.kind === 'member' && isTarget(parent, module);
  return isWritten ? tableOf(arrival) : undefined;
}

function isTarget(node: Expression, module: Module): boolean {
  const parent = module.parentOf(node);
  return parent?.kind === 'assign' && parent.target === node;
}

/** Whether an expression is cleaned of what could do harm in a path, a query or a command. */
export function isCleaned({ node, module }: Arrival): boolean {
  const parent = module.parentOf(node);
  if (parent?.kind === 'member') return parent.object === node && typeof parent.property === 'string' && CLEANERS.has(parent.property);
  return parent?.kind === 'call' && parent.args.includes(node) && CLEANERS.has(lastName(parent.callee) ?? '');
}

/** Not whether it is there at all, and not against the one spelling of `none`. */
function tellsOneApart(other: Expression): boolean {
  switch (other.kind) {
    case 'null':
      return false;
    case 'identifier':
      return other.name !== 'undefined';
    case 'string':
      return other.value !== '' && !isNone(other.value) && !['undefined', 'string', 'object'].includes(other.value);
    default:
      return true;
  }
}
