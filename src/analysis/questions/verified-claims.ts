import type { FunctionExpression } from '../../ir/types.js';
import type { IrNode } from '../../ir/walk.js';
import type { Analysis } from '../analyse.js';
import { expressionsInConditions } from './conditions.js';
import type { Place } from '../finding.js';
import type { Module } from '../evaluate/module.js';
import { resultOf } from './results.js';

/** A claim of a verified token that a condition reads. */
export interface ClaimRead {
  readonly name: string;
  /** The name, where it is read. */
  readonly at: Place;
  /** The call that verifies the token. */
  readonly verified: Place;
}

/** Functions that hand a verified token's claims on to their callers. */
const MAX_WRAPPERS = 4;

/** Claims of these names that decide something after a token's verification, whatever functions it came through. */
export function claimsInConditions(analysis: Analysis, isWanted: (name: string) => boolean): ClaimRead[] {
  const { evaluator } = analysis;
  return [...verifyingModules(analysis)].flatMap((module) => {
    const result: ClaimRead[] = [];
    for (const node of expressionsInConditions(module)) {
      const [name, range] = node.kind === 'member' ? [node.property, node.propertyRange]
        : node.kind === 'identifier' ? [node.name, node.range] : [];
      if (typeof name !== 'string' || range === undefined || !isWanted(name)) continue;
      const verified = resultOf(evaluator, evaluator.evaluate(node, { module, frame: undefined }), 'token.verify');
      if (verified !== undefined) result.push({ name, at: module.place(range), verified });
    }
    return result;
  });
}

/** Modules that verify tokens, and those that call a function around a verification. */
function verifyingModules({ operations, callSites }: Analysis): ReadonlySet<Module> {
  const result = new Set<Module>();
  let sites: readonly { node: IrNode; module: Module }[] = operations.filter(({ kind }) => kind === 'token.verify');
  for (let level = 0; level <= MAX_WRAPPERS && sites.length > 0; level++) {
    const functions = new Map<FunctionExpression, Module>();
    for (const { node, module } of sites) {
      result.add(module);
      const [fn] = module.functionsAround(node);
      if (fn !== undefined) functions.set(fn, module);
    }
    sites = [...functions].flatMap(([fn, module]) => callSites.of(fn, module));
  }
  return result;
}
