import type { Argument, Expression } from '../../ir/types.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import type { Module } from '../evaluate/module.js';
import type { Binding } from '../evaluate/scopes.js';
import type { Repair } from '../finding.js';
import { lastName } from '../naming.js';
import type { Origin, Purpose } from './purpose.js';
import { joins, picks, valueParent } from './purpose-climb.js';

/** What a file reaches without another import, in Node.js and in browsers. */
const EVERYWHERE = "Array.from(crypto.getRandomValues(new Uint8Array(32)), (byte) => byte.toString(16).padStart(2, '0')).join('')";

/**
 * Puts a secure source in the place of a guessable one: 256 bits as text, or six digits for a `code` that is a number. The
 * source is what the file imports of node:crypto, else the platform's `crypto`.
 * @returns nothing where the value is put together character by character
 */
export function secureReplacement({ node, module }: Origin, { repeated }: Purpose, ev: Evaluator, isCode: boolean): Repair | undefined {
  const chain = repeated ? undefined : conversions(node, module, ev);
  if (chain === undefined) return undefined;
  const { replaced, isNumber } = chain;
  const text = isCode && isNumber ? digits(module, ev, isText(replaced)) : bytes(module, ev);
  return text === undefined ? undefined : { message: `Use \`${text}\``, edits: [{ range: replaced.range, text }] };
}

/** The largest expression that holds nothing but the value, and whether the value is a number on the way there. */
function conversions(origin: Expression, module: Module, ev: Evaluator): { replaced: Argument; isNumber: boolean } | undefined {
  const chain: Argument[] = [origin];
  for (let node: Argument = origin, parent = valueParent(node, module, ev); parent !== undefined; node = parent, parent = valueParent(node, module, ev)) {
    if (picks(parent, node)) return undefined;
    chain.push(parent);
  }
  // Half of a calculation cannot be text.
  const calculated = chain.findLastIndex(isCalculation);
  let end = Math.max(calculated, 0);
  for (let next = chain[end + 1]; next !== undefined && !holdsMore(next); next = chain[end + 1]) end++;
  const replaced = chain[end];
  return replaced === undefined ? undefined : { replaced, isNumber: calculated !== -1 };
}

function isCalculation(node: Argument): boolean {
  switch (node.kind) {
    case 'unary':
      return true;
    case 'binary':
      return node.operator !== '+' || node.left.kind === 'number' || node.right.kind === 'number';
    case 'call':
      return (node.callee.kind === 'member' && node.callee.object.kind === 'identifier' && node.callee.object.name === 'Math') ||
        ['Number', 'parseInt', 'parseFloat', 'toFixed'].includes(lastName(node.callee) ?? '');
    default:
      return false;
  }
}

function holdsMore(node: Argument): boolean {
  if (joins(node) || ['logical', 'conditional', 'sequence', 'spread'].includes(node.kind)) return true;
  if (node.kind !== 'call' || node.callee.kind !== 'member' || node.callee.object.kind !== 'identifier') return false;
  return ['Buffer', 'Array', 'Promise', 'JSON'].includes(node.callee.object.name);
}

function isText(node: Argument): boolean {
  return node.kind === 'call' && ['String', 'toString', 'slice', 'substring', 'substr', 'padStart', 'toFixed'].includes(lastName(node.callee) ?? '');
}

function bytes(module: Module, ev: Evaluator): string | undefined {
  const name = cryptoFunction(module, ev, 'randomBytes');
  if (name !== undefined) return `${name}(32).toString('base64url')`;
  // Who asks for the platform's `crypto` may have the guessable source for platforms without it.
  return bindingsNamed(module, 'crypto').length === 0 && !module.scopes.globals.has('crypto') ? EVERYWHERE : undefined;
}

function digits(module: Module, ev: Evaluator, asText: boolean): string | undefined {
  const name = cryptoFunction(module, ev, 'randomInt');
  if (name === undefined) return undefined;
  return asText ? `String(${name}(100000, 1000000))` : `${name}(100000, 1000000)`;
}

/** How a file calls a function of node:crypto that it has imported, alone or with the whole module. */
export function cryptoFunction(module: Module, ev: Evaluator, name: string): string | undefined {
  const imported = [...module.scopes.module.bindings.values()].map((binding) => [binding.name, exportOf(binding, module, ev)] as const);
  const usable = imported.filter(([local]) => bindingsNamed(module, local).length === 1);
  const own = usable.find(([, path]) => path === name);
  const whole = usable.find(([, path]) => path === '');
  return own?.[0] ?? (whole === undefined ? undefined : `${whole[0]}.${name}`);
}

/** What of node:crypto a name of a module stands for: a path, empty for all of it. */
function exportOf({ declarations: [declaration], references: [reference] }: Binding, module: Module, ev: Evaluator): string | undefined {
  if (declaration?.kind === 'import') {
    const { statement: { source }, specifier: { imported } } = declaration;
    if (!/^(?:node:)?crypto$/.test(source)) return undefined;
    return ['default', '*'].includes(imported) ? '' : imported;
  }
  if (declaration?.kind !== 'variable' || reference === undefined) return undefined;
  const value = ev.evaluate(reference, { module, frame: undefined });
  return value.kind === 'external' && /^(?:node:)?crypto$/.test(value.package) && value.call === undefined ? value.path : undefined;
}

/** More than one and an inner one may hide the outer one. */
export function bindingsNamed({ scopes }: Module, name: string): Binding[] {
  return [...new Set(scopes.bindingOf.values())].filter((binding) => binding.name === name);
}
