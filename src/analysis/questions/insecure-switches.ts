import { stems } from '../../domain/words.js';
import { someNode, type IrNode } from '../../ir/walk.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import type { Module } from '../evaluate/module.js';
import { alternatives, truthiness } from '../evaluate/values.js';
import { lastName } from '../naming.js';
import { testOf } from './development-only.js';

const WORDS = new Set(['insecure', 'unsafe', 'signed', 'unauthorized', 'untrusted', 'verify', 'verification', 'tls', 'ssl', 'cert', 'certs', 'certificate', 'certificates']);

/**
 * Whether a node only runs where somebody has asked for less security by a switch of that name (`--insecure`,
 * `ALLOW_SELF_SIGNED`), so that whoever runs the program decides; a constant decides itself.
 */
export function isBehindInsecureSwitch(node: IrNode, module: Module, ev: Evaluator): boolean {
  let child = node;
  for (let parent = module.parentOf(child); parent !== undefined; parent = module.parentOf(parent)) {
    const test = testOf(parent, child);
    const isSwitch = test !== undefined && someNode(test, (part) => stems(lastName(part) ?? '').some((word) => WORDS.has(word)));
    if (isSwitch && alternatives(ev.evaluate(test, { module, frame: undefined })).some(({ value }) => truthiness(value) !== true)) return true;
    child = parent;
  }
  return false;
}
