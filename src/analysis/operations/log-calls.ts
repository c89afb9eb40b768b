import { credentialKind } from '../../domain/credential-names.js';
import { stems } from '../../domain/words.js';
import type { CallExpression, Identifier } from '../../ir/types.js';
import { someNode, type IrNode } from '../../ir/walk.js';
import { operationsNamed } from '../../knowledge/index.js';
import type { Module } from '../evaluate/module.js';
import { lastName, lastSourceName } from '../naming.js';

/** Last words of what holds credentials whole: parts of a request, and settings. */
const HOLDERS = new Set(['body', 'headers', 'cookies', 'session', 'config', 'configuration', 'conf', 'settings', 'options', 'env', 'environment']);

/**
 * A look at the text of a log call alone, before its arguments are evaluated: logs are everywhere, and most of them write
 * nothing that could be a credential by its name or by the call that made it.
 */
export function mayLogCredential({ args }: CallExpression, module: Module): boolean {
  return args.some((argument) => someNode(argument, (part) => namesCredential(part, module) || (part.kind === 'identifier' && holdsCredential(part, module))));
}

function namesCredential(node: IrNode, module: Module): boolean {
  const names = node.kind === 'property' ? [node.key] : [lastName(node), lastSourceName(node, module)];
  return names.some((name) => typeof name === 'string' && (credentialKind(name) !== undefined || HOLDERS.has(stems(name).at(-1) ?? '')));
}

/** A variable with an object that has a credential, or with what a call gives that may issue a token. */
function holdsCredential(name: Identifier, module: Module): boolean {
  const declaration = module.bindingOf(name)?.declarations[0];
  const init = declaration?.kind === 'variable' ? declaration.declaration.init : undefined;
  if (init?.kind === 'object') return init.members.some((member) => namesCredential(member, module));
  const made = init?.kind === 'await' ? init.value : init;
  return made?.kind === 'call' && operationsNamed(lastSourceName(made.callee, module) ?? '').some(({ kind }) => kind === 'token.issue');
}
