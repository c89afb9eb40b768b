import { Evaluator, type Context } from '../../src/analysis/evaluate/evaluate.js';
import type { Place } from '../../src/analysis/finding.js';
import { Project } from '../../src/analysis/evaluate/project.js';
import { parameterByPosition } from '../../src/analysis/operations/receivers.js';
import type { Value } from '../../src/analysis/evaluate/values.js';
import type { Expression } from '../../src/ir/types.js';
import { memoryHost, type Files, type MemoryOptions } from './memory-host.js';

/** One text is `main.ts`. */
export type Sources = string | Files;

export interface Asked {
  readonly evaluator: Evaluator;
  /** Values of the first arguments of every `use(…)` in `main`, in order. */
  readonly values: readonly Value[];
  /** The source text that a place covers. */
  readonly textAt: (place: Place) => string;
}

/** Evaluates the argument of each `use(…)` of `main.ts` (or `main.js`, `main.tsx`), outside any call. */
export function ask(sources: Sources, options: MemoryOptions = {}): Asked {
  const { evaluator, questions, textAt } = questionsIn(sources, options);
  return { evaluator, values: questions.map(([node, context]) => evaluator.evaluate(node, context)), textAt };
}

/** What `ask` would evaluate, for tests that ask in another order. */
export function questionsIn(sources: Sources, options: MemoryOptions = {}): {
  readonly evaluator: Evaluator;
  readonly questions: readonly (readonly [Expression, Context])[];
  readonly textAt: (place: Place) => string;
} {
  const files = typeof sources === 'string' ? { 'main.ts': sources } : sources;
  const project = new Project(memoryHost(files, options), new Set(Object.keys(files)));
  const main = Object.keys(files).find((file) => /^main\.[cm]?[jt]sx?$/.test(file)) ?? '';
  const module = project.module(main);
  if (module === undefined) throw new Error('there is no main module');
  const questions = module.sites.calls.flatMap((call): [Expression, Context][] => {
    const [argument] = call.callee.kind === 'identifier' && call.callee.name === 'use' ? call.args : [];
    return argument === undefined || argument.kind === 'spread' ? [] : [[argument, { module, frame: undefined }]];
  });
  return {
    evaluator: new Evaluator(project, parameterByPosition),
    questions,
    textAt: ({ file, range: [start, end] }) => files[file]?.slice(start, end) ?? '',
  };
}

/** The value of the only `use(…)`, as `show` writes it. */
export function valueOf(sources: Sources, options: MemoryOptions = {}): string {
  return ask(sources, options).values.map(show).join('; ');
}

const MAX_SHOWN = 4;

/**
 * A value in few characters: scalars as JSON; `absent`, `unknown`; `{a: 1, …}` and `[1, …]`, open ones with `…`;
 * `env NAME ?? fallback`, `env NAME required`; `a | b`, with `@production` or `@development`; `param options.secret`; `package:path`;
 * `now+60ms`; `` `text ${hole}` ``; `op(operands)`.
 */
export function show(value: Value, depth = 0): string {
  const inner = (one: Value): string => (depth > MAX_SHOWN ? '…' : show(one, depth + 1));
  switch (value.kind) {
    case 'known':
      return typeof value.value === 'bigint' ? `${value.value}n` : JSON.stringify(value.value);
    case 'text':
      return `\`${value.parts.map((part) => (typeof part === 'string' ? part : `\${${inner(part)}}`)).join('')}\``;
    case 'regexp':
      return value.text;
    case 'object':
      return `{${[...[...value.members].map(([key, one]) => `${key}: ${inner(one)}`), ...(value.open ? ['…'] : [])].join(', ')}}`;
    case 'array':
      return `[${[...value.elements.map(inner), ...(value.open ? ['…'] : [])].join(', ')}]`;
    case 'function':
      return `function ${value.function.name ?? ''}`.trim();
    case 'class':
    case 'instance':
      return `${value.kind} ${(value.kind === 'class' ? value.class : value.class.class).name ?? ''}`.trim();
    case 'module':
      return `module ${value.module.file}`;
    case 'external':
      return `${value.package}:${value.path}`;
    case 'env':
      return `env ${value.name}${value.required ? ' required' : ''}${value.fallback === undefined ? '' : ` ?? ${inner(value.fallback)}`}`;
    case 'param':
      return `param ${[value.name, ...value.path].join('.')}`;
    case 'time':
      return `now${value.offset < 0 ? '' : '+'}${value.offset}${value.unit}`;
    case 'derived':
      return `${value.operator}(${value.operands.map(inner).join(', ')})`;
    case 'union':
      return value.members.map(({ value: one, when }) => inner(one) + (when === undefined ? '' : `@${when}`)).join(' | ');
    case 'absent':
    case 'unknown':
      return value.kind;
  }
}
