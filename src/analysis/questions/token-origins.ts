import { POSSIBLE_REQUEST_NAMES } from '../../domain/request-names.js';
import { stems } from '../../domain/words.js';
import { forEachChild, type IrNode } from '../../ir/walk.js';
import type { Module } from '../evaluate/module.js';
import { lastName, namesOf, propertyName } from '../naming.js';
import type { CallSite } from '../operations/callsites.js';
import type { OperationOf } from '../operations/operations.js';

type Decode = OperationOf<'token.decode'>;

/** Where a token stands in the request of whoever wants to be let in. */
const REQUEST_PARTS = new Set(['body', 'query', 'headers', 'header', 'cookies', 'params', 'searchParams', 'json', 'text', 'formData']);
/** How an answer to a request of one's own is read. */
const ANSWERS = new Set(['text', 'json']);

/**
 * Whether a token is, as far as can be seen, what a provider answered: it is called an ID token and comes from no part of
 * a request, or is read from an answer (OpenID Connect Core 1.0 sections 3.1.3.7 point 6 and 5.3.2).
 */
export function isFromProvider(decode: Decode): boolean {
  const origins = originsOf(decode.node, decode.module);
  if (origins.some(isPartOfRequest)) return false;
  const names = [...argumentNames(decode.node), ...namesOf(decode.token)];
  return names.some((name) => stems(name).join('').endsWith('idtoken')) || origins.some(isAnswer) || origins.some((node) => isGivenByStrategy(node, decode.module));
}

/** Tokens by which an application, not a user, shows who it is: the key to verify them with is found by what they say. */
const PROOFS = new Set(['assertion', 'attestation', 'proof', 'dpop', 'pop']);

/** Whether what is read is such a token where it is read, or in a call that leads there. */
export function isProof(decode: Decode, calls: readonly CallSite[]): boolean {
  return [decode, ...calls].some(({ node }) => argumentNames(node).some((name) => stems(name).some((word) => PROOFS.has(word))));
}

function argumentNames(node: IrNode): string[] {
  const args = node.kind === 'call' || node.kind === 'new' ? node.args : [];
  return args.flatMap((argument) => {
    return (argument.kind === 'member' ? propertyName(argument) : lastName(argument)) ?? [];
  });
}

function isPartOfRequest(node: IrNode): boolean {
  if (node.kind === 'call' && node.callee.kind === 'identifier') return node.callee.name === 'cookies' || node.callee.name === 'headers';
  return node.kind === 'member' && typeof node.property === 'string' && REQUEST_PARTS.has(node.property) && isRequestName(node.object);
}

/** A part of a token endpoint's answer by its name there (RFC 6749 section 5.1), or what reads an answer. */
function isAnswer(node: IrNode): boolean {
  if (node.kind === 'member') return node.property === 'access_token' || node.property === 'id_token';
  if (node.kind !== 'call') return false;
  if (node.callee.kind === 'identifier') return node.callee.name === 'fetch';
  return ANSWERS.has(lastName(node.callee) ?? '') && node.callee.kind === 'member' && !isRequestName(node.callee.object);
}

/** What a strategy of passport has got from the provider: `(accessToken, refreshToken, profile, done) => …`. */
function isGivenByStrategy(node: IrNode, module: Module): boolean {
  const declaration = node.kind === 'identifier' ? module.bindingOf(node)?.declarations[0] : undefined;
  if (declaration?.kind !== 'param') return false;
  const names = declaration.function.params.map(({ target }) => stems(lastName(target) ?? '').join(' '));
  return names.includes('access token') && names.includes('refresh token');
}

/** `req`, `ctx.req`, `c.req`. */
function isRequestName(node: IrNode): boolean {
  return POSSIBLE_REQUEST_NAMES.has(lastName(node) ?? '');
}

const CONVERTERS = new Set(['String', 'from', 'decodeURIComponent', 'concat']);

/** Variables of variables … */
const MAX_STEPS = 4;

/** What a node is made of: the receiver of a call, whose arguments only say what is wanted, except where it converts. */
function partsOf(node: IrNode): IrNode[] {
  const found: IrNode[] = [node];
  const visit = (part: IrNode): void => {
    found.push(part);
    if (part.kind !== 'call' || CONVERTERS.has(lastName(part.callee) ?? '')) forEachChild(part, visit);
    else visit(part.callee);
  };
  if (node.kind === 'call') visit(node);
  else forEachChild(node, visit);
  return found;
}

/** The parts of a call's arguments, and of what the variables in them got first. */
function originsOf(node: IrNode, module: Module): IrNode[] {
  const found = new Set<IrNode>();
  let frontier: readonly IrNode[] = node.kind === 'call' || node.kind === 'new' ? node.args : [];
  for (let step = 0; step < MAX_STEPS && frontier.length > 0; step++) {
    const parts = frontier.flatMap(partsOf).filter((part) => !found.has(part));
    for (const part of parts) found.add(part);
    frontier = parts.flatMap((part) => {
      const declaration = part.kind === 'identifier' ? module.bindingOf(part)?.declarations[0] : undefined;
      return declaration?.kind === 'variable' ? (declaration.declaration.init ?? []) : [];
    });
  }
  return [...found];
}
