import { tokenNameStrength } from '../../domain/names.js';
import { words } from '../../domain/words.js';
import type { Expression, Pattern } from '../../ir/types.js';
import type { IrNode } from '../../ir/walk.js';
import type { Analysis } from '../analyse.js';
import type { Module } from '../evaluate/module.js';
import { textsOf } from '../naming.js';
import { partsOf } from '../operations/params.js';
import type { Value } from '../evaluate/values.js';

/** Keys of Web Storage whose content the code sends as a credential: in `Authorization`, `X-Access-Token`, … */
export function keysSentAsCredentials(analysis: Analysis): ReadonlySet<string> {
  const { evaluator } = analysis;
  const keys = new Set<string>();
  for (const module of readers(analysis)) {
    for (const sent of module.nodes.map(headerValue)) {
      if (sent === undefined) continue;
      for (const part of partsOf(evaluator.evaluate(sent, { module, frame: undefined }))) {
        for (const key of keysRead(part)) keys.add(key);
      }
    }
  }
  return keys;
}

/** The modules under analysis, and those that call their functions that read a store: the latter need not name it. */
function readers({ modules, callSites }: Analysis): ReadonlySet<Module> {
  const all = new Set(modules);
  for (const module of modules) {
    for (const call of module.sites.calls) {
      if (call.callee.kind !== 'member' || call.callee.property !== 'getItem') continue;
      const [reader] = module.functionsAround(call);
      for (const site of reader === undefined ? [] : callSites.of(reader, module)) all.add(site.module);
    }
  }
  return all;
}

/** `{ Authorization: value }`, `headers.Authorization = value`, `headers.set('Authorization', value)`. */
function headerValue(node: IrNode): Expression | undefined {
  if (node.kind === 'property') return isCredentialHeader(node.key) ? node.value : undefined;
  if (node.kind === 'assign') return isCredentialMember(node.target) ? node.value : undefined;
  if (node.kind !== 'call') return undefined;
  const [name, value] = node.args;
  if (name === undefined || name.kind === 'spread' || value?.kind === 'spread') return undefined;
  return isCredentialHeader(name) ? value : undefined;
}

function isCredentialMember(target: Pattern): boolean {
  return target.kind === 'member' && isCredentialHeader(target.property);
}

function isCredentialHeader(name: string | Expression): boolean {
  const text = typeof name === 'string' ? name : name.kind === 'string' ? name.value : '';
  return words(text).join('') === 'authorization' || (/^x-/i.test(text) && tokenNameStrength(text) === 'strong');
}

function keysRead(value: Value): string[] {
  if (value.kind !== 'external' || value.package !== 'global') return [];
  const [, member] = /^(?:local|session)Storage\.(\w+)(?:\(\))?$/.exec(value.path) ?? [];
  if (member === undefined) return [];
  return member === 'getItem' ? textsOf(value.call?.args[0]) : [member];
}
