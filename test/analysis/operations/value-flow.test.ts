import { describe, expect, it } from 'vitest';
import { arrivals, isReturned } from '../../../src/analysis/operations/value-flow.js';
import type { Module } from '../../../src/analysis/evaluate/module.js';
import type { CallExpression } from '../../../src/ir/types.js';
import { lastName } from '../../../src/analysis/naming.js';
import type { Files } from '../../support/memory-host.js';
import { analysisOf } from '../../support/operations.js';

function callOf(module: Module | undefined, name: string): CallExpression {
  const call = module?.sites.calls.find((one): one is CallExpression => one.kind === 'call' && lastName(one.callee) === name);
  if (call === undefined) throw new Error(`nothing calls ${name}`);
  return call;
}

/** What `use(…)` is given of the result of `start()`: the path to it, and in brackets the keys under which it is held. */
function used(sources: string | Files): string[] {
  const analysis = analysisOf(sources);
  const start = analysis.modules.find((module) => module.sites.calls.some((call) => lastName(call.callee) === 'start'));
  if (start === undefined) throw new Error('nothing starts');
  const result: string[] = [];
  for (const { node, module, path, held } of arrivals(callOf(start, 'start'), start, analysis)) {
    const parent = module.parentOf(node);
    if (parent?.kind !== 'call' || lastName(parent.callee) !== 'use' || parent.callee === node) continue;
    result.push(['it', ...path].join('.') + (held.length === 0 ? '' : ` [${held.join('.')}]`));
  }
  return result;
}

describe('where a value goes', () => {
  const cases: readonly (readonly [string, string | Files, readonly string[]])[] = [
    ['directly', 'use(start());', ['it']],
    ['through a variable', 'const a = start(); const b = a; use(b);', ['it']],
    ['through an assignment', 'let a; a = start(); use(a);', ['it']],
    ['a member', 'use(start().user.id);', ['it.user.id']],
    ['by destructuring', 'const { user: { id }, list: [, second] } = start(); use(id); use(second);', ['it.user.id', 'it.list.1']],
    ['with a default', 'const { id = 0 } = start(); use(id);', ['it.id']],
    ['as a choice', 'use(cond ? start() : null); ', ['it']],
    ['not as a condition', 'use(start() ? 1 : 2); use(start() && 1);', []],
    ['in an object and out again', 'const box = { a: start(), b: 1 }; use(box.a.id); use(box.b);', ['it.id']],
    ['in an object', 'use({ where: { id: start().sub } });', ['it.sub [where.id]']],
    ['spread', 'use({ ...start() }.id);', ['it.id']],
    ['in a list', 'const [, x] = await Promise.all([other(), start()]); use(x);', ['it']],
    ['as text', 'use(`user:${start()}`);', ['it']],
    ['converted', 'use(Number(start().id));', ['it.id']],
    ['through a method', 'use(start().name.trim());', ['it.name']],
    ['to a promise\'s handler', 'start().then((value) => use(value.id));', ['it.id']],
    ['from a promise\'s handler', 'const id = start().then((value) => value.id); use(id);', ['it.id']],
    ['through a field', 'class A { constructor() { this.x = start(); } f() { use(this.x); } }', ['it']],
    ['into a function', 'function f(a, { b }) { use(a); use(b); } f(1, { b: start() });', ['it']],
    ['out of a function', 'function f() { return start(); } use(f().id);', ['it.id']],
    ['out of another file', { 'lib.ts': 'export const f = () => ({ x: start() });', 'main.ts': 'import { f } from "./lib"; const { x } = f(); use(x);' }, ['it']],
    ['round in circles', 'function f(a) { use(a); return f(a); } f(start());', ['it']],
    ['not into what nobody can see', 'hidden(start());', []],
  ];
  it.each(cases)('%s', (_, sources, expected) => {
    expect(used(sources)).toEqual(expected);
  });
});

describe('what a function returns', () => {
  const cases: readonly (readonly [string, boolean])[] = [
    ['function f() { return start(); }', true],
    ['const f = () => start();', true],
    ['async function f() { const a = await start(); return { a }; }', true],
    ['function f() { start(); return 1; }', false],
    ['function f() { if (start()) return 1; }', false],
    ['function f() { log(start()); }', false],
  ];
  it.each(cases)('%s', (text, expected) => {
    const [module] = analysisOf(text).modules;
    expect(module !== undefined && isReturned(callOf(module, 'start'), module)).toBe(expected);
  });
});
