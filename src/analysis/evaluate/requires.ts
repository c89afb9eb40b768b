import { posix } from 'node:path';
import type { CallExpression } from '../../ir/types.js';
import type { Context, Evaluator } from './evaluate.js';
import { requiredModule } from './exports.js';
import type { Place } from '../finding.js';
import type { Module } from './module.js';
import { known, union, unknown, type Value } from './values.js';

/** Whether a call is one of the global `require`, with one argument. */
export function isRequire(node: CallExpression, module: Module): boolean {
  return node.callee.kind === 'identifier' && node.callee.name === 'require' && node.args.length === 1 &&
    module.bindingOf(node.callee) === undefined;
}

/**
 * The module that `require(…)` gives. A path with one hole (`require('./env/' + process.env.NODE_ENV + '.js')`) is one of
 * the files that fit, where the host can list them.
 */
export function requiredValue(ev: Evaluator, node: CallExpression, context: Context): Value {
  const at = context.module.place(node.range);
  const [source] = node.args;
  if (source === undefined || source.kind === 'spread') return unknown(at, 'require of nothing');
  const path = source.kind === 'string' ? known(at, source.value) : ev.evaluate(source, context);
  if (path.kind === 'known' && typeof path.value === 'string') return moduleAt(ev, path.value, context, at);
  const fits = path.kind === 'text' ? fitting(ev, path.parts, context.module) : [];
  if (fits.length === 0) return unknown(at, 'requires a computed module');
  return union(at, fits.map((specifier) => ({ value: moduleAt(ev, specifier, context, at) })));
}

function moduleAt(ev: Evaluator, specifier: string, { module }: Context, at: Place): Value {
  return requiredModule(ev, ev.project.link(specifier, '*', module, at), at);
}

function fitting(ev: Evaluator, parts: readonly (string | Value)[], module: Module): readonly string[] {
  const [prefix, hole, suffix = ''] = parts;
  if (parts.length > 3 || typeof prefix !== 'string' || typeof hole !== 'object' || typeof suffix !== 'string') return [];
  return ev.project.host.specifiersLike?.(prefix, suffix, module.file) ?? [];
}

/** `path.join` and `path.resolve` of parts that start at `__dirname`, which is `.` here: a relative specifier. */
export function joinedPath(args: readonly Value[], at: Place): Value | undefined {
  const holes: Value[] = [];
  const texts = args.map((arg): string | undefined => {
    if (arg.kind === 'known' && typeof arg.value === 'string') return arg.value;
    if (arg.kind !== 'text') return undefined;
    return arg.parts.map((part) => (typeof part === 'string' ? part : HOLE.repeat(holes.push(part)))).join('');
  });
  if (texts.some((text) => text === undefined) || !texts[0]?.startsWith('.') || holes.length > 1) return undefined;
  const path = posix.join(...(texts as string[]));
  const specifier = path.startsWith('..') ? path : `./${path}`;
  const [before = '', after] = specifier.split(HOLE);
  const [hole] = holes;
  return after === undefined || hole === undefined ? known(at, specifier) : { kind: 'text', parts: [before, hole, after], at };
}

/** Stands for the one hole while a path is joined; no path has it. */
const HOLE = '\u0000';
