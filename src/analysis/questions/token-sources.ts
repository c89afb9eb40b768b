import type { FunctionExpression } from '../../ir/types.js';
import type { IrNode } from '../../ir/walk.js';
import type { Place } from '../finding.js';
import type { Module } from '../evaluate/module.js';
import { alternatives } from '../evaluate/values.js';
import type { OperationOf } from '../operations/operations.js';
import { arrivals, parameterArrivals, type Arrival } from '../operations/value-flow.js';
import type { RuleContext } from '../rule.js';

/** Something that an unverified token says, and everywhere that it goes. */
export interface TokenSource {
  /** Where it is read, or handed to the project's code. */
  readonly at: Place;
  readonly note: string;
  readonly arrivals: readonly Arrival[];
  /** The function that a verification asks for the key, when that is who gets it. */
  readonly keyFunction?: FunctionExpression;
}

/**
 * What tokens say before anybody has verified them: what is decoded, and what a verification hands to the function that
 * finds its key (the fact `tokenParameter` is the index of the parameter).
 */
export function tokenSources(context: RuleContext): TokenSource[] {
  const decodes = new Map(context.operationsOf('token.decode').map((decode) => [decode.node, decode]));
  const read = [...decodes.values()].filter((decode) => !isVerifiedBefore(context, decode)).map((decode): TokenSource => ({
    at: decode.at,
    note: 'the token is read here, and nobody has verified it',
    arrivals: [...arrivals(decode.node, decode.module, context)],
  }));
  return [...read, ...keyFunctions(context)];
}

function keyFunctions(context: RuleContext): TokenSource[] {
  const found = new Map<FunctionExpression, TokenSource>();
  for (const { key, facts } of context.operationsOf('token.verify')) {
    const index = facts.tokenParameter;
    if (index === undefined) continue;
    for (const { value } of alternatives(key)) {
      const parameter = value.kind === 'function' ? value.function.params[index] : undefined;
      if (value.kind !== 'function' || parameter === undefined || found.has(value.function)) continue;
      found.set(value.function, {
        at: value.module.place(parameter.target.range),
        note: 'the header of the token comes in here, before the signature is checked',
        arrivals: [...parameterArrivals(value.function, index, value.module, context)],
        keyFunction: value.function,
      });
    }
  }
  return [...found.values()];
}

/** What was verified may be read once more: the same function has verified a token further up. */
function isVerifiedBefore(context: RuleContext, { at, node, module }: OperationOf<'token.decode'>): boolean {
  const outermost = outermostFunction(node, module);
  return outermost !== undefined && context.operationsOf('token.verify').some((verify) =>
    verify.module === module && verify.at.range[1] <= at.range[0] && outermostFunction(verify.node, module) === outermost);
}

function outermostFunction(node: IrNode, module: Module): FunctionExpression | undefined {
  return module.functionsAround(node).at(-1);
}
