import type { CallInfo, External } from './values.js';

/** The call of a builder method earlier in the chain that led to a value; of several the last. */
export function chainCall(target: External, name: string): CallInfo | undefined {
  for (let current: External | undefined = target; current !== undefined; current = current.receiver) {
    if (current.call !== undefined && calleeName(current.call) === name) return current.call;
  }
  return undefined;
}

/** The name under which a call calls: `f` of `f()` and of `a.f()`. */
export function calleeName({ node: { callee } }: CallInfo): string | undefined {
  if (callee.kind === 'identifier') return callee.name;
  return callee.kind === 'member' && typeof callee.property === 'string' ? callee.property : undefined;
}

/** The construction or factory call at the root of the chain. */
export function makerCall(target: External | undefined): CallInfo | undefined {
  let call: CallInfo | undefined;
  for (let current = target; current !== undefined; current = current.receiver) call = current.call ?? call;
  return call;
}
