import { isPrivateKeyPem } from '../../domain/pem.js';
import { forEachChild, type IrNode } from '../../ir/walk.js';
import type { Place } from '../finding.js';
import type { Module } from '../evaluate/module.js';

/** Literals that are private keys as PEM, whatever they are used for. */
export function privateKeyLiterals(modules: readonly Module[]): Place[] {
  const places: Place[] = [];
  for (const module of modules) {
    const visit = (node: IrNode): void => {
      if (textOf(node).some(isPrivateKeyPem)) places.push(module.place((node as { range: Place['range'] }).range));
      else forEachChild(node, visit);
    };
    forEachChild(module.ir, visit);
  }
  return places;
}

/** The text that a literal, or a concatenation or joined list of literals, has. */
function textOf(node: IrNode): string[] {
  switch (node.kind) {
    case 'string':
      return [node.value];
    case 'template':
      return node.strings.length === 1 ? [...node.strings] : [];
    case 'binary':
      return [literals(node).join('')];
    case 'array':
      return [node.elements.map((one) => (one?.kind === 'string' ? one.value : '')).join('\n')];
    default:
      return [];
  }
}

function literals(node: IrNode): string[] {
  if (node.kind === 'binary' && node.operator === '+') return [...literals(node.left), ...literals(node.right)];
  return node.kind === 'string' ? [node.value] : [];
}
