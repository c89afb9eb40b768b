import { isCsrfName, isSecretName, tokenNameStrength } from '../../domain/names.js';
import { isDisguised } from '../../domain/credential-names.js';
import { stems } from '../../domain/words.js';
import type { BinaryExpression, CallExpression, Expression } from '../../ir/types.js';
import type { IrNode } from '../../ir/walk.js';
import type { Value } from '../evaluate/values.js';
import { alternatives } from '../evaluate/values.js';
import type { Module } from '../evaluate/module.js';
import { lastName, namesOf } from '../naming.js';
import { partsOf } from '../operations/params.js';
import type { RuleContext } from '../rule.js';
import { sideOf } from './sides.js';
import { functionsNamed } from './surroundings.js';
import { isPlain, storedValues } from './stored.js';

/** A comparison of a secret that ends at the first difference. */
export interface Comparison {
  readonly node: BinaryExpression | CallExpression;
  readonly module: Module;
  /** `===`, `localeCompare`, `equals`, `compare`. */
  readonly by: string;
  /** What is compared. */
  readonly what: 'the HMAC' | 'the secret' | 'the API key' | 'the token' | 'the password hash';
  readonly name: string;
  readonly value: Value;
}

const OPERATORS = new Set(['===', '!==', '==', '!=']);
/** Callbacks that pick entries of a list: what is compared is what the entries are told apart by. */
const PICKING = new Set(['find', 'filter', 'some', 'every', 'findIndex', 'findLast', 'map', 'forEach', 'sort', 'reduce']);
/** Words of names of what is compared to see whether it changed, or was typed twice. */
const SAME_THING = new Set(['prev', 'previous', 'old', 'last', 'current', 'next', 'new', 'confirm', 'confirmation', 'repeat', 'again', 'stored', 'cached', 'initial']);
const MACS = new Set(['hmac', 'signature', 'sig', 'mac']);

/** The comparisons of secrets in code that may run on a server. */
export function secretComparisons(context: RuleContext): Comparison[] {
  const { evaluator, modules } = context;
  const macs = new Set(context.operationsOf('secret.use').map(({ module }) => module));
  return modules.flatMap((module) => {
    const sites = module.nodes.filter((node) => node.kind === 'binary' || node.kind === 'call').map(sidesOf);
    const found = sites.filter((site) => site !== undefined && mayBeSecret(site, macs.has(module)) && !isInList(site.node, module));
    if (found.length === 0) return [];
    const side = sideOf(module, evaluator.project.host);
    return side === 'browser' ? [] : found.flatMap((site) => (site === undefined ? [] : compared(site, module, side === 'server', context)));
  });
}

interface Sides {
  readonly node: BinaryExpression | CallExpression;
  readonly by: string;
  readonly left: Expression;
  readonly right: Expression;
}

function sidesOf(node: IrNode): Sides | undefined {
  if (node.kind === 'binary') {
    return OPERATORS.has(node.operator) ? { node, by: node.operator, left: node.left, right: node.right } : undefined;
  }
  if (node.kind !== 'call' || node.callee.kind !== 'member' || typeof node.callee.property !== 'string') return undefined;
  const { object, property: by } = node.callee;
  const isOfBuffer = by === 'compare' && object.kind === 'identifier' && object.name === 'Buffer';
  if (!isOfBuffer && by !== 'localeCompare' && by !== 'equals') return undefined;
  const left = isOfBuffer ? node.args[0] : object;
  const right = node.args[isOfBuffer ? 1 : 0];
  const isGiven = left !== undefined && right !== undefined && left.kind !== 'spread' && right.kind !== 'spread';
  return isGiven ? { node, by, left, right } : undefined;
}

const LITERALS = new Set(['string', 'number', 'null', 'boolean', 'unary', 'regexp', 'bigint', 'meta']);

/** A look at the text alone: most comparisons are of something else, and evaluating them costs. Beside MACs names do not matter. */
function mayBeSecret({ left, right }: Sides, besideMacs: boolean): boolean {
  if (LITERALS.has(left.kind) || LITERALS.has(right.kind)) return false;
  if ([left, right].some((side) => side.kind === 'identifier' && side.name === 'undefined')) return false;
  return besideMacs || [...written(left), ...written(right)].some((name) => isSecretName(name) || isApiKeyName(name) || isTokenName(name));
}

function isInList(node: IrNode, module: Module): boolean {
  const [fn] = module.functionsAround(node);
  const call = fn === undefined ? undefined : module.parentOf(fn);
  return call?.kind === 'call' && fn !== undefined && call.args.includes(fn) && call.callee.kind === 'member' && typeof call.callee.property === 'string' && PICKING.has(call.callee.property);
}

function compared(site: Sides, module: Module, onServer: boolean, { evaluator }: RuleContext): Comparison[] {
  const [left, right] = [site.left, site.right].map((side) => evaluator.evaluate(side, { module, frame: undefined }));
  if (left === undefined || right === undefined || (site.by === 'equals' && !isBytes(left))) return [];
  if ([left, right].some((value) => alternatives(value).every(({ value: one }) => isPlain(one) || isFact(one)))) return [];
  const names = [...written(site.left), ...namesIn(left), ...written(site.right), ...namesIn(right)];
  if (names.some((name) => stems(name).some((word) => SAME_THING.has(word)))) return [];
  for (const [value, side] of [[left, site.left], [right, site.right]] as const) {
    const found = secretIn(value, written(side), onServer);
    if (found !== undefined) return [{ node: site.node, module, by: site.by, value, ...found }];
  }
  return onServer ? tokens(site, module, left, right) : [];
}

/** `Buffer#equals` is no more constant in time than `===`; what else has such a method may be. */
function isBytes(value: Value): boolean {
  return alternatives(value).every(({ value: one }) => one.kind === 'external' && /^Buffer\.from\(\)$|\bdigest\(\)$/.test(one.path));
}

/** A length or a count of the value. */
function isFact(value: Value): boolean {
  return namesOf(value).some((name) => ['length', 'size', 'byteLength', 'type', 'id'].includes(name));
}

function written(side: Expression): string[] {
  const name = lastName(side.kind === 'call' ? side.callee : side);
  return name === undefined ? [] : [name];
}

function namesIn(value: Value): string[] {
  return alternatives(value).flatMap(({ value: one }) => namesOf(one));
}

type Found = Pick<Comparison, 'what' | 'name'>;

function secretIn(value: Value, said: readonly string[], onServer: boolean): Found | undefined {
  const names = [...said, ...namesIn(value)];
  const name = names[0] ?? 'value';
  const held = storedValues(value).map((one) => one.value);
  if (held.some((one) => one.kind === 'external' && one.path.startsWith('createHmac()') && one.path.includes('digest()'))) {
    return { what: 'the HMAC', name };
  }
  const env = held.find((one) => one.kind === 'env');
  const secret = [...names, ...(env?.kind === 'env' ? [env.name] : [])].find((one) => isSecretName(one) || isApiKeyName(one));
  if (secret === undefined || !(onServer || env !== undefined)) return undefined;
  return { what: isApiKeyName(secret) ? 'the API key' : 'the secret', name: secret };
}

function isApiKeyName(name: string): boolean {
  const list = stems(name);
  return list.join(' ').endsWith('api key') || list.at(-1) === 'apikey';
}

/** Both sides are tokens by name: what was sent, and what was kept. */
function tokens(site: Sides, module: Module, left: Value, right: Value): Comparison[] {
  const [first, second] = [[...written(site.left), ...namesIn(left)], [...written(site.right), ...namesIn(right)]].map((names) => names.find(isTokenName));
  if (first === undefined || second === undefined || !(isGiven(left, module, site) || isGiven(right, module, site))) return [];
  const isMac = [first, second].some((name) => stems(name).some((word) => MACS.has(word)));
  return [{ node: site.node, module, by: site.by, what: isMac ? 'the HMAC' : 'the token', name: first, value: left }];
}

const CHECKS = new Set(['verify', 'validate', 'check', 'compare', 'is', 'matches', 'match', 'consume', 'authenticate', 'authorize', 'assert', 'require', 'guard']);

/** Somebody sends it: it comes with a request, or as an argument of a function that checks it. */
function isGiven(value: Value, module: Module, { node }: Sides): boolean {
  return [...partsOf(value)].some((part) => {
    if (part.kind === 'external') return /(?:Request|Context)#/.test(part.path);
    if (part.kind !== 'param') return false;
    return ['req', 'request', 'ctx', 'body', 'query', 'headers'].includes(part.name) || functionsNamed(node, module).some((name) => CHECKS.has(stems(name)[0] ?? ''));
  });
}

function isTokenName(name: string): boolean {
  const last = stems(name).at(-1) ?? '';
  return (tokenNameStrength(name) !== undefined && !isDisguised(name)) || isCsrfName(name) || MACS.has(last);
}
