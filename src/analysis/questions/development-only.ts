import { stems } from '../../domain/words.js';
import type { BinaryExpression, Expression } from '../../ir/types.js';
import type { IrNode } from '../../ir/walk.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import { nodeAt, type Module } from '../evaluate/module.js';
import { alternatives, truthiness, type Value } from '../evaluate/values.js';
import { lastName } from '../naming.js';

/** Whether a node only runs on a developer's machine: a test around it says so. */
export function isDevelopmentOnly(node: IrNode, module: Module, ev: Evaluator): boolean {
  let child = node;
  for (let parent = module.parentOf(child); parent !== undefined; parent = module.parentOf(child)) {
    const test = testOf(parent, child);
    if (test !== undefined && isOfDevelopment(test, module, ev)) return true;
    if (isElse(parent, child) && isNamed(parent.test, 'production')) return true;
    child = parent;
  }
  return false;
}

/** Whether a value is the one that is chosen on a developer's machine, or by what tests the pages there. */
export function isChosenInDevelopment({ at }: Value, ev: Evaluator): boolean {
  const module = ev.project.module(at.file);
  const node = module === undefined ? undefined : nodeAt(module, at);
  return module !== undefined && node !== undefined && isDevelopmentOnly(node, module, ev);
}

/** The test that has to hold for a part of a statement or expression to run. */
export function testOf(parent: IrNode, child: IrNode): Expression | undefined {
  switch (parent.kind) {
    case 'if':
      return parent.then.some((statement) => statement === child) ? parent.test : undefined;
    case 'conditional':
      return parent.then === child ? parent.test : undefined;
    case 'logical':
      return parent.operator === '&&' && parent.right === child ? parent.left : undefined;
    default:
      return undefined;
  }
}

function isElse(parent: IrNode, child: IrNode): parent is Extract<IrNode, { kind: 'if' | 'conditional' }> {
  if (parent.kind === 'if') return parent.else?.some((statement) => statement === child) ?? false;
  return parent.kind === 'conditional' && parent.else === child;
}

const ENVIRONMENTS = { development: ['dev', 'development', 'cypress', 'playwright'], production: ['prod', 'production'] } as const;

/** What holds the environment, by the words of its name: `c.env.APP_ENV`, `config.environment`. */
const HOLDERS = ['node', 'app', 'env', 'environment', 'mode', 'stage'];

/** `isDev`, `isDevelopmentMode()`: nothing in the name but words for this environment; `config.env === 'development'`. */
function isNamed(test: Expression, environment: keyof typeof ENVIRONMENTS): boolean {
  if (test.kind === 'binary') return isEnvironment(test, environment);
  const name = stems(lastName(test.kind === 'call' ? test.callee : test) ?? '');
  const telling: readonly string[] = ENVIRONMENTS[environment];
  return name.some((word) => telling.includes(word)) && name.every((word) => telling.includes(word) || ['is', 'local', 'env', 'mode'].includes(word));
}

function isEnvironment({ operator, left, right }: BinaryExpression, environment: keyof typeof ENVIRONMENTS): boolean {
  const names: readonly string[] = ENVIRONMENTS[environment];
  const holder = stems(lastName(left) ?? '');
  return (operator === '===' || operator === '==') && right.kind === 'string' && names.includes(right.value) &&
    holder.length > 0 && holder.every((word) => HOLDERS.includes(word));
}

function isOfDevelopment(test: Expression, module: Module, ev: Evaluator): boolean {
  if (test.kind === 'logical' && test.operator === '&&') return [test.left, test.right].some((part) => isOfDevelopment(part, module, ev));
  if (isNamed(test, 'development')) return true;
  const all = alternatives(ev.evaluate(test, { module, frame: undefined }));
  const possible = all.filter(({ value }) => truthiness(value) !== false);
  return possible.length > 0 && possible.length < all.length && possible.every(({ when }) => when === 'development');
}
