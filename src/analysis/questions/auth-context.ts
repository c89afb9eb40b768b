import { isAuthName, isLoginPlace, isOneTimeLinkName } from '../../domain/credential-names.js';
import type { IrNode } from '../../ir/walk.js';
import type { Module } from '../evaluate/module.js';
import { fileName, functionsNamed, routesAround } from './surroundings.js';

/** Whether a function, route or file around a node deals with logins. */
export function isInAuthCode(node: IrNode, module: Module): boolean {
  return [...functionsNamed(node, module), ...routesAround(node, module), fileName(module)].some(isAuthName);
}

/** Whether a function, route or file around a node deals with passwords and logins, not only with sessions of whatever kind. */
export function isInLoginCode(node: IrNode, module: Module): boolean {
  return [...functionsNamed(node, module), ...routesAround(node, module), fileName(module)].some(isLoginPlace);
}

/** Whether a function, route or file around a node serves the link of a mail that is good for one step. */
export function servesOneTimeLink(node: IrNode, module: Module): boolean {
  return [...functionsNamed(node, module), ...routesAround(node, module), fileName(module)].some(isOneTimeLinkName);
}
