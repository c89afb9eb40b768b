import { tokenClassOfName, type TokenClass } from '../../domain/token-classes.js';
import { stems } from '../../domain/words.js';
import type { Range } from '../../ir/types.js';
import { forEachChild, type IrNode } from '../../ir/walk.js';
import type { Module } from '../evaluate/module.js';

/** What the tests around a place say of the tokens that it is for: of one class, or not of the class that they name. */
export interface BranchClass {
  readonly only?: TokenClass;
  readonly not?: TokenClass;
}

/**
 * The class of tokens for which the value at a place is chosen: `kind === 'refresh' ? '30d' : '15m'`, `case 'refresh':`.
 * Empty where no test around it speaks of one. Tests around `settled`, too, are left out: they lead to more than it.
 */
export function branchClass(range: Range, module: Module, settled?: Range): BranchClass {
  let found: BranchClass = {};
  for (const node of module.nodes) {
    if (settled !== undefined && 'range' in node && contains(node.range, settled)) continue;
    found = branchOf(node, range) ?? found;
  }
  return found;
}

function branchOf(node: IrNode, range: Range): BranchClass | undefined {
  if (node.kind === 'switch') {
    const chosen = node.cases.find(({ body }) => body.some((statement) => contains(statement.range, range)));
    return chosen?.test === undefined ? undefined : classOf(chosen.test);
  }
  if (node.kind !== 'conditional' && node.kind !== 'if') return undefined;
  const isThen = isWithin(node.then, range);
  if (!isThen && !(node.else !== undefined && isWithin(node.else, range))) return undefined;
  const named = classOf(node.test);
  if (named?.only === undefined) return named;
  return isThen ? named : { not: named.only };
}

function isWithin(branch: { range: Range } | readonly { range: Range }[], range: Range): boolean {
  return 'range' in branch ? contains(branch.range, range) : branch.some((one) => contains(one.range, range));
}

function contains([from, to]: Range, [start, end]: Range): boolean {
  return from <= start && end <= to;
}

/** The class that a test speaks of, by a text that it compares with or a flag (`isRefresh`); `if (session)` speaks of none. */
function classOf(test: IrNode): BranchClass | undefined {
  const names: string[] = [];
  const negations: IrNode[] = [];
  const visit = (node: IrNode): void => {
    if (node.kind === 'string') names.push(node.value);
    if (node.kind === 'identifier' && isFlag(node.name)) names.push(node.name);
    if (node.kind === 'member' && typeof node.property === 'string' && isFlag(node.property)) names.push(node.property);
    if ((node.kind === 'unary' && node.operator === '!') || (node.kind === 'binary' && node.operator.startsWith('!'))) negations.push(node);
    forEachChild(node, visit);
  };
  visit(test);
  const only = names.map((name) => tokenClassOfName(name)).find((one) => one !== undefined);
  if (only === undefined) return undefined;
  return negations.length > 0 ? { not: only } : { only };
}

function isFlag(name: string): boolean {
  const list = stems(name);
  return list[0] === 'is' && list.some((word) => word === 'refresh' || word === 'access');
}
