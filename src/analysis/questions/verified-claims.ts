import type { Analysis } from '../analyse.js';
import { expressionsInConditions } from './conditions.js';
import type { Place } from '../finding.js';
import type { Module } from '../evaluate/module.js';
import { propertyName, sourceName } from '../naming.js';
import type { Operation } from '../operations/operations.js';
import { arrivals, isReturnValue } from '../operations/value-flow.js';
import { resultOf } from './results.js';
import { wrappedCalls } from './wrapped-calls.js';

/** A claim of a verified token that a condition reads. */
export interface ClaimRead {
  readonly name: string;
  /** The name, where it is read. */
  readonly at: Place;
  /** The call that verifies the token. */
  readonly verified: Place;
}

/** Claims of these names that decide something after a token's verification, whatever functions it came through. */
export function claimsInConditions(analysis: Analysis, isWanted: (name: string) => boolean): ClaimRead[] {
  const { evaluator } = analysis;
  return [...verifyingModules(analysis)].flatMap((module) => {
    const result: ClaimRead[] = [];
    for (const node of expressionsInConditions(module)) {
      const [names, range] = node.kind === 'member' ? [[propertyName(node)], node.propertyRange]
        : node.kind === 'identifier' ? [[sourceName(node, module), node.name], node.range] : [[], node.range];
      const name = names.find((one) => one !== undefined && isWanted(one));
      if (name === undefined) continue;
      const verified = resultOf(evaluator, evaluator.evaluate(node, { module, frame: undefined }), 'token.verify');
      if (verified !== undefined) result.push({ name, at: module.place(range), verified });
    }
    return result;
  });
}

/**
 * Whether the code looks at one of these claims after a verification: its file names one, or a condition elsewhere reads
 * one of the same token.
 */
export function comparesClaims(analysis: Analysis, { at, module }: Operation, names: readonly string[]): boolean {
  const isNamed = module.nodes.some((node) => {
    const found = node.kind === 'identifier' ? [sourceName(node, module), node.name] : node.kind === 'member' ? [propertyName(node)] : [];
    return found.some((name) => name !== undefined && names.includes(name));
  });
  return isNamed || claimsInConditions(analysis, (name) => names.includes(name))
    .some(({ verified }) => verified.file === at.file && verified.range[0] === at.range[0]);
}

/** Whether a function returns the claims of a verification as a whole; a single one, its `sub`, says nothing of the others. */
export function handsClaimsOn({ node, module }: Operation): boolean {
  return [...arrivals(node, module)].some((arrival) => isReturnValue(arrival) && ['payload', undefined].includes(arrival.path.at(-1)));
}

/** Modules that verify tokens, and those that call a function around a verification. */
function verifyingModules({ operations, callSites }: Analysis): ReadonlySet<Module> {
  const verifications = operations.filter(({ kind }) => kind === 'token.verify');
  return new Set([...wrappedCalls(verifications, callSites)].map(({ module }) => module));
}
