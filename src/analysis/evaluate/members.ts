import type { Expression } from '../../ir/types.js';
import { classMember, instanceMember } from './classes.js';
import type { Evaluator } from './evaluate.js';
import { exportedValue } from './exports.js';
import { ENVIRONMENTS } from '../../knowledge/index.js';
import type { Place } from '../finding.js';
import { trueIn } from './operators.js';
import { absent, known, mapAlternatives, through, unknown, type External, type Value } from './values.js';

/** Where a member is read: the whole expression, and the name alone. */
export interface MemberPlaces {
  readonly node: Place;
  readonly key: Place;
}

/** Reads a member in the source: the value, one hop further, under the member's name. */
export function readMember(ev: Evaluator, value: Value, key: string | undefined, at: MemberPlaces): Value {
  const member = memberOf(ev, value, key, at);
  if (key === undefined || !READ_FROM.has(value.kind)) return member;
  return through(member, { place: at.node, note: `\`${key}\` is read here`, name: key, member: true });
}

/** What a member of these is called says something of it; a path of a library says it itself. */
const READ_FROM: ReadonlySet<Value['kind']> = new Set(['object', 'module', 'instance', 'class', 'unknown', 'union', 'param']);

/** The value of `value.key`; `key` is `undefined` when it is computed and not known. */
export function memberOf(ev: Evaluator, value: Value, key: string | undefined, at: MemberPlaces): Value {
  return mapAlternatives(value, (one) => memberOfOne(ev, one, key, at));
}

function memberOfOne(ev: Evaluator, value: Value, key: string | undefined, at: MemberPlaces): Value {
  if (key === undefined) return computedMember(value, at);
  switch (value.kind) {
    case 'object': {
      const member = value.members.get(key);
      if (member !== undefined) return member.kind === 'function' ? { ...member, self: member.self ?? value } : member;
      return value.open ? unknown(at.key, 'the object may have more members', value.open) : { ...absent(opening(value.at)), via: value.via };
    }
    case 'array': {
      if (key === 'length' && !value.open) return known(at.node, value.elements.length);
      const index = Number(key);
      if (Number.isNaN(index)) return { kind: 'derived', operator: `.${key}`, operands: [value], at: at.node };
      return value.open ? unknown(at.key, 'not an element that is known') : (value.elements[index] ?? absent(value.at));
    }
    case 'module':
      return exportedValue(ev, value.module, key, at.node);
    case 'instance':
      return instanceMember(ev, value, key, at);
    case 'class':
      return classMember(ev, value, key, at);
    case 'external':
      return externalMember(value, key, at);
    case 'param':
      return { ...value, path: [...value.path, key], at: at.node };
    case 'known':
      return key === 'length' && typeof value.value === 'string'
        ? known(at.node, value.value.length)
        : { kind: 'derived', operator: `.${key}`, operands: [value], at: at.node };
    case 'env':
    case 'text':
    case 'derived':
    case 'time':
      return { kind: 'derived', operator: `.${key}`, operands: [value], at: at.node };
    case 'function':
      return functionMember(value, key, at);
    case 'regexp':
      return { kind: 'derived', operator: `.${key}`, operands: [value], at: at.node };
    case 'absent':
      return unknown(at.node, 'member of undefined');
    case 'union':
    case 'unknown':
      return value;
  }
}

/** Whether an expression goes on behind a `?.`: it is undefined when what stands before that is. */
export function isOptionalChain(node: Expression): boolean {
  for (let current = node; current.kind === 'member' || current.kind === 'call';) {
    if (current.optional) return true;
    current = current.kind === 'member' ? current.object : current.callee;
  }
  return false;
}

/** The brace of an object literal: what is missing in it would stand behind. */
function opening({ file, range: [start] }: Place): Place {
  return { file, range: [start, start + 1] };
}

function computedMember(value: Value, at: MemberPlaces): Value {
  if (value.kind === 'external') return { ...value, path: `${value.path}[]`, receiver: value, call: undefined, at: at.node };
  return unknown(at.key, 'computed member');
}

/** `fn.call`, `fn.apply` and `fn.bind` are handled where they are called. */
function functionMember(value: Extract<Value, { kind: 'function' }>, key: string, at: MemberPlaces): Value {
  if (key === 'bind' || key === 'call' || key === 'apply') {
    return { kind: 'derived', operator: `.${key}`, operands: [value], at: at.node };
  }
  return unknown(at.node, 'member of a function');
}

/** Objects of the platform whose members are environment variables. */
const PLATFORM_ENVIRONMENTS: ReadonlySet<string> = new Set(['global:process.env', 'global:import.meta.env', 'global:Bun.env', 'node:process:env']);

function externalMember(value: External, key: string, at: MemberPlaces): Value {
  const path = `${value.package}:${value.path}`;
  if (PLATFORM_ENVIRONMENTS.has(path) || ENVIRONMENTS.has(path)) {
    return value.path === 'import.meta.env' ? viteVariable(key, at.node) : { kind: 'env', name: key, at: at.node };
  }
  // `require('x').default`, and the same of a namespace import.
  if (value.path === '' && key === 'default' && value.package !== 'global') return value;
  // A dot in the key would read as a step of the path.
  if (key.includes('.')) return computedMember(value, at);
  return {
    kind: 'external',
    package: value.package,
    path: value.path === '' ? key : `${value.path}.${key}`,
    receiver: value,
    at: at.node,
    ...(value.likely ? { likely: true } : {}),
  };
}

/** Vite's own names, and any other variable. */
function viteVariable(name: string, at: Place): Value {
  if (name === 'PROD') return trueIn('production', at);
  if (name === 'DEV') return trueIn('development', at);
  return { kind: 'env', name, at };
}
