import { foreignOriginFor } from '../../domain/origin-patterns.js';
import type { OperationFacts } from '../../domain/operations.js';
import type { CallExpression, Expression, Statement } from '../../ir/types.js';
import { descendants, type IrNode } from '../../ir/walk.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import type { Module } from '../evaluate/module.js';
import { alternatives, type FunctionValue, type Value } from '../evaluate/values.js';
import { lastName, propertyName } from '../naming.js';

/** Origins that a configuration lets in and should not. */
export interface OpenOrigins {
  readonly how: 'any' | 'null' | 'pattern';
  /** What says so: of a list, the element. */
  readonly by: Value;
  /** Of a pattern, an origin that others can have. */
  readonly foreign?: string;
}

/** What an `origin` option lets in beside the origins that it names; `undefined` when nothing, or when that cannot be told. */
export function openOrigins(value: Value, facts: OperationFacts, ev: Evaluator): OpenOrigins | undefined {
  switch (value.kind) {
    case 'known':
      if (value.value === true) return { how: 'any', by: value };
      return value.value === 'null' ? { how: 'null', by: value } : undefined;
    case 'regexp': {
      const foreign = facts.originFrom === 'callback' ? foreignOriginFor(value.text) : undefined;
      return foreign === undefined ? undefined : { how: 'pattern', by: value, foreign };
    }
    case 'array':
      for (const element of value.elements) {
        const open = openOrigins(element, facts, ev);
        if (open !== undefined) return open;
      }
      return undefined;
    case 'function':
      return letsAllIn(value, facts.originFrom, ev) ? { how: 'any', by: value } : undefined;
    default:
      return undefined;
  }
}

function letsAllIn(fn: FunctionValue, originFrom: OperationFacts['originFrom'], ev: Evaluator): boolean {
  const { function: { body }, module } = fn;
  if (originFrom === 'result' && !isStatements(body)) return isOwnOrigin(body, fn);
  const nodes = descendants(fn.function, (node) => node === fn.function || node.kind !== 'function');
  if (nodes.some(({ kind }) => kind === 'throw')) return false;
  const returned = nodes.flatMap((node) => (node.kind === 'return' ? [node.value] : []));
  if (originFrom === 'result') return returned.length > 0 && returned.every((value) => value !== undefined && isOwnOrigin(value, fn));
  const answers = nodes.filter((node) => node.kind === 'call').filter(({ callee }) => isParameter(callee, 1, fn));
  const isAlwaysReached = answers.some((answer) => isAtTop(answer, fn, module));
  // A way out without an answer leaves the request without one.
  const answersFirst = returned.every((value) => value?.kind === 'call' && answers.includes(value));
  return isAlwaysReached && answersFirst && answers.every((answer) => isYes(answer, fn, ev));
}

function isStatements(body: FunctionValue['function']['body']): body is readonly Statement[] {
  return Array.isArray(body);
}

/** The call stands in no branch of the function. */
function isAtTop(call: CallExpression, { function: fn }: FunctionValue, module: Module): boolean {
  const parent = module.parentOf(call);
  if (parent === fn) return true;
  return (parent?.kind === 'expression' || parent?.kind === 'return') && module.parentOf(parent) === fn;
}

/** `callback(null, true)`, `callback(null, origin)`. */
function isYes({ args }: CallExpression, fn: FunctionValue, ev: Evaluator): boolean {
  const [error, answer] = args;
  if (error === undefined || error.kind === 'spread' || answer === undefined || answer.kind === 'spread') return false;
  const isNoError = error.kind === 'null' || (error.kind === 'identifier' && error.name === 'undefined');
  if (!isNoError) return false;
  if (isOwnOrigin(answer, fn)) return true;
  return alternatives(ev.evaluate(answer, { module: fn.module, frame: undefined })).every(({ value }) => value.kind === 'known' && value.value === true);
}

/** The request's own origin, whatever stands in where there is none. */
function isOwnOrigin(expression: Expression, fn: FunctionValue): boolean {
  if (expression.kind === 'logical' && expression.operator !== '&&') return isOwnOrigin(expression.left, fn);
  return isParameter(expression, 0, fn) || readsOrigin(expression, fn.module);
}

function isParameter(node: IrNode, index: number, { function: fn, module }: FunctionValue): boolean {
  const declaration = node.kind === 'identifier' ? module.bindingOf(node)?.declarations[0] : undefined;
  return declaration?.kind === 'param' && declaration.function === fn && declaration.index === index && declaration.access.length === 0;
}

/** `req.headers.origin`, `req.get('Origin')`, `request.headers.get('origin')`, or a constant of that. */
export function readsOrigin(node: Expression, module: Module): boolean {
  switch (node.kind) {
    case 'identifier': {
      const declaration = module.bindingOf(node)?.declarations[0];
      if (declaration?.kind !== 'variable' || declaration.declaration.init === undefined) return false;
      const { access, declaration: { init } } = declaration;
      const [only] = access;
      if (only === undefined) return readsOrigin(init, module);
      return access.length === 1 && only.kind === 'property' && only.key === 'origin' && isHeaders(init);
    }
    case 'member':
      return propertyName(node)?.toLowerCase() === 'origin' && isHeaders(node.object);
    case 'call': {
      const [name] = node.args;
      return ['get', 'header'].includes(lastName(node.callee) ?? '') && name?.kind === 'string' && name.value.toLowerCase() === 'origin';
    }
    case 'logical':
      return node.operator !== '&&' && readsOrigin(node.left, module);
    default:
      return false;
  }
}

function isHeaders(node: Expression): boolean {
  return ['headers', 'header'].includes(lastName(node) ?? '');
}
