import { stems } from '../../domain/words.js';
import type { CallExpression, NewExpression } from '../../ir/types.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import { matchesOf } from '../operations/matching.js';
import type { Module } from '../evaluate/module.js';
import { namesOf } from '../naming.js';
import { partsOf } from '../operations/params.js';
import type { Value } from '../evaluate/values.js';

/** `Date.now()`, `performance.now()`, `new Date()`: what anybody can read off a clock. */
export function clockReadings(module: Module): (CallExpression | NewExpression)[] {
  return module.sites.calls.filter((node) => {
    const { callee, args } = node;
    if (node.kind === 'new') return callee.kind === 'identifier' && callee.name === 'Date' && args.length === 0 && module.bindingOf(callee) === undefined;
    if (callee.kind !== 'member' || callee.property !== 'now' || callee.object.kind !== 'identifier') return false;
    return ['Date', 'performance'].includes(callee.object.name) && module.bindingOf(callee.object) === undefined;
  });
}

/** Names of what an attacker knows of the user whose token they want. */
const KNOWN_WORDS = new Set(['email', 'mail', 'user', 'username', 'id', 'name', 'ip', 'phone', 'time', 'date', 'now', 'timestamp', 'index', 'i']);

/** Whether nothing in a value is secret: clock readings, literals, hashes of these, and what is known of the user. */
export function isGuessable(ev: Evaluator, value: Value): boolean {
  for (const part of partsOf(value)) {
    switch (part.kind) {
      case 'param':
      case 'unknown':
      case 'env':
        if (!namesOf(part).some((name) => stems(name).some((word) => KNOWN_WORDS.has(word)))) return false;
        break;
      case 'external':
        if (drawsSecurely(ev, part) || !isPublic(part.path, part.package)) return false;
        break;
      case 'instance':
      case 'function':
        return false;
      default:
        break;
    }
  }
  return true;
}

function isPublic(path: string, packageName: string): boolean {
  if (packageName === 'global') return true;
  if (/^(?:node:)?crypto$/.test(packageName)) return path === '' || path.startsWith('createHash');
  return /^(?:md5|sha\d+|object-hash)$/.test(packageName);
}

/** Whether a secure random source is part of a value. */
export function containsSecureRandom(ev: Evaluator, value: Value): boolean {
  for (const part of partsOf(value)) if (drawsSecurely(ev, part)) return true;
  return false;
}

function drawsSecurely(ev: Evaluator, value: Value): boolean {
  if (value.kind !== 'external' || value.call === undefined) return false;
  const { node, module, frame } = value.call;
  return matchesOf(ev, node, { module, frame }).some(({ model }) => {
    if (model.kind !== 'random.generate' || model.fields.secure === undefined) return false;
    const { from } = model.fields.secure;
    return 'always' in from && from.always === true;
  });
}
