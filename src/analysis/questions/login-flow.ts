import { isLoginName } from '../../domain/login-names.js';
import type { IrNode } from '../../ir/walk.js';
import type { Module } from '../evaluate/module.js';
import { functionName } from '../naming.js';
import { partsOf } from '../operations/params.js';
import type { Value } from '../evaluate/values.js';

/** Whether a value is (part of) what a login answered: a call of that name, or a request to such an address. */
export function comesFromLogin(value: Value): boolean {
  for (const part of partsOf(value)) {
    if (part.kind === 'known' && typeof part.value === 'string' && isLoginPath(part.value)) return true;
    if (part.kind === 'text') {
      if (part.parts.some((piece) => typeof piece === 'string' && isLoginPath(piece))) return true;
    } else if (part.kind === 'external' && part.call !== undefined) {
      if (isLoginName(/([\w$]+)\(\)$/.exec(part.path)?.[1] ?? '')) return true;
    }
  }
  return false;
}

const LOGIN_WORD = 'log-?in|sign-?in|sign-?up|register|authenticate';
const LOGIN_PATH = new RegExp(`(?:^|[/_-])(?:${LOGIN_WORD}|oauth2?|auth|tokens?|refresh|callback)(?:$|[/?#_-])`, 'i');
const LOGIN_ALONE = new RegExp(`^(?:${LOGIN_WORD})$`, 'i');

/** Whether an address (or a part of one) is one that answers with tokens: `/api/auth/login`, `/oauth/token`, `sign-in`. */
function isLoginPath(path: string): boolean {
  return path.includes('/') ? LOGIN_PATH.test(path) : LOGIN_ALONE.test(path);
}

/** Whether a node stands in a function that is called like a login. */
export function isInLogin(node: IrNode, module: Module): boolean {
  return module.functionsAround(node).some((fn) => isLoginName(functionName(fn, module) ?? ''));
}
