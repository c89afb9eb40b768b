import type { Expression } from '../../ir/types.js';
import type { Analysis } from '../analyse.js';
import { sourceOf } from '../edits.js';
import type { Module } from '../evaluate/module.js';
import type { Edit, Repair } from '../finding.js';
import type { Comparison } from './comparisons.js';
import { bindingsNamed, cryptoFunction } from './secure-replacement.js';
import { sideOf } from './sides.js';

const FUNCTIONS = ['createHash', 'timingSafeEqual'] as const;

/**
 * Compares SHA-256 digests of two texts in constant time. What is no text is unequal, also to itself: hashing would throw.
 * @returns nothing where a side is computed by a call, which would be made twice, or the file does not get at node:crypto
 */
export function inConstantTime(context: Analysis, { node, module }: Comparison): Repair | undefined {
  const source = sourceOf(context, module.place(node.range));
  const crypto = source === undefined || node.kind !== 'binary' ? undefined : cryptoOf(context, module);
  if (source === undefined || node.kind !== 'binary' || crypto === undefined) return undefined;
  const sides = [node.left, node.right];
  if (!sides.every((side) => isText(side) || isReference(side))) return undefined;
  const textOf = ({ range }: Expression): string => source.text.slice(...range);
  const guards = sides.filter((side) => !isText(side)).map((side) => `typeof ${textOf(side)} === 'string'`);
  const digests = sides.map((side) => `${crypto.createHash}('sha256').update(${textOf(side)}).digest()`);
  const equal = [...guards, `${crypto.timingSafeEqual}(${digests.join(', ')})`].join(' && ');
  const isSingle = guards.length === 0;
  const text = node.operator.startsWith('!') ? `!${isSingle ? equal : `(${equal})`}` : isSingle || !needsBrackets(node, module) ? equal : `(${equal})`;
  return { message: 'Compare digests with `timingSafeEqual`', edits: [...crypto.edits, { range: node.range, text }] };
}

/** A digest or a template. */
function isText(side: Expression): boolean {
  if (side.kind === 'template') return true;
  return side.kind === 'call' && side.callee.kind === 'member' && side.callee.property === 'digest' && side.args.length > 0;
}

function isReference(side: Expression): boolean {
  if (side.kind !== 'member') return side.kind === 'identifier';
  return (typeof side.property === 'string' || side.property.kind === 'string') && isReference(side.object);
}

function needsBrackets(node: Expression, module: Module): boolean {
  const parent = module.parentOf(node);
  return parent?.kind === 'binary' || (parent?.kind === 'logical' && parent.operator === '??');
}

/** How the file calls the two functions; a server's module that imports can import them. */
function cryptoOf({ evaluator }: Analysis, module: Module): { createHash: string; timingSafeEqual: string; edits: Edit[] } | undefined {
  const [createHash, timingSafeEqual] = FUNCTIONS.map((name) => cryptoFunction(module, evaluator, name));
  if (createHash !== undefined && timingSafeEqual !== undefined) return { createHash, timingSafeEqual, edits: [] };
  const missing = FUNCTIONS.filter((name) => (name === 'createHash' ? createHash : timingSafeEqual) === undefined);
  const first = module.ir.body.find(({ kind }) => kind === 'import');
  const isFree = missing.every((name) => bindingsNamed(module, name).length === 0);
  if (first === undefined || !isFree || sideOf(module, evaluator.project.host) !== 'server') return undefined;
  const [start] = first.range;
  const text = `import { ${missing.join(', ')} } from 'node:crypto';\n`;
  return { createHash: createHash ?? 'createHash', timingSafeEqual: timingSafeEqual ?? 'timingSafeEqual', edits: [{ range: [start, start], text }] };
}
