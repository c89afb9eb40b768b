import { stems } from '../../domain/words.js';
import type { CallExpression } from '../../ir/types.js';
import type { IrNode } from '../../ir/walk.js';
import { LOG_METHODS } from '../../knowledge/loggers.js';
import { callInfo } from '../evaluate/calls.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import { calleeRange, type Module } from '../evaluate/module.js';
import { makerCall } from '../evaluate/chains.js';
import { absent, type Value } from '../evaluate/values.js';
import { lastName } from '../naming.js';
import { mayLogCredential } from './log-calls.js';
import type { OperationOf } from './operations.js';

const METHODS: ReadonlySet<string> = new Set(LOG_METHODS);

/**
 * Calls of what is called a logger (`logger.info(…)`, `this.log.debug(…)`), whoever made it: wrappers around a library,
 * injected services. `matched`: the calls that a library's model already has.
 */
export function namedLoggers(ev: Evaluator, module: Module, matched: ReadonlySet<IrNode>): OperationOf<'log.write'>[] {
  return module.sites.calls.flatMap((node): OperationOf<'log.write'>[] => {
    if (node.kind !== 'call' || matched.has(node) || !isLogCall(node) || !mayLogCredential(node, module)) return [];
    const at = module.place(calleeRange(node));
    const { args, spread } = callInfo(ev, node, { module, frame: undefined });
    return [{
      kind: 'log.write',
      library: 'the logger',
      at,
      node,
      module,
      callers: [],
      likely: true,
      facts: {},
      values: { kind: 'array', at, elements: args, ...(spread ? { open: true as const } : {}) },
      redact: redactOf(ev, node, module) ?? absent(at),
    }];
  });
}

/** What a logger of another file was told to leave out, where that is one of a library whose factory takes it. */
function redactOf(ev: Evaluator, { callee }: CallExpression, module: Module): Value | undefined {
  const logger = callee.kind === 'member' ? ev.evaluate(callee.object, { module, frame: undefined }) : undefined;
  const options = logger?.kind === 'external' ? makerCall(logger)?.args[0] : undefined;
  return options?.kind === 'object' ? options.members.get('redact') : undefined;
}

function isLogCall({ callee }: CallExpression): boolean {
  if (callee.kind !== 'member' || typeof callee.property !== 'string' || !METHODS.has(callee.property)) return false;
  const name = callee.object.kind === 'call' ? lastName(callee.object.callee) : lastName(callee.object);
  return ['log', 'logger'].includes(stems(name ?? '').at(-1) ?? '');
}
