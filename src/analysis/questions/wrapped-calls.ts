import type { FunctionExpression } from '../../ir/types.js';
import type { IrNode } from '../../ir/walk.js';
import type { Module } from '../evaluate/module.js';
import type { CallSites } from '../operations/callsites.js';

/** A call, or whatever else in a module does what is asked about. */
interface Site {
  readonly node: IrNode;
  readonly module: Module;
}

/** Functions around functions around a call that count as one with it. */
const MAX_WRAPPERS = 4;

/** The given calls, those of the functions that they stand in, those of the functions that these stand in, … */
export function* wrappedCalls(calls: readonly Site[], callSites: CallSites): Generator<Site> {
  const seen = new Set<FunctionExpression>();
  let sites = calls;
  for (let level = 0; level <= MAX_WRAPPERS && sites.length > 0; level++) {
    const functions = new Map<FunctionExpression, Module>();
    for (const site of sites) {
      yield site;
      const [fn] = site.module.functionsAround(site.node);
      if (fn !== undefined && !seen.has(fn)) functions.set(fn, site.module);
    }
    for (const fn of functions.keys()) seen.add(fn);
    sites = [...functions].flatMap(([fn, module]) => callSites.of(fn, module));
  }
}
