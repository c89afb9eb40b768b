import { stems } from '../../domain/words.js';
import type { CallExpression, Expression, FunctionExpression, NewExpression, Statement, TryStatement } from '../../ir/types.js';
import { descendants, type IrNode } from '../../ir/walk.js';
import type { RuleContext } from '../rule.js';
import { exits, listsOf } from '../evaluate/order.js';
import type { Module } from '../evaluate/module.js';
import type { Binding } from '../evaluate/scopes.js';
import { alternatives, type Value } from '../evaluate/values.js';
import { lastName } from '../naming.js';
import type { OperationOf } from '../operations/operations.js';
import { arrivals } from '../operations/value-flow.js';
import { wrappedCalls } from './wrapped-calls.js';

type Call = CallExpression | NewExpression;

interface Place {
  readonly node: IrNode;
  readonly module: Module;
}

const VERIFYING_WORDS = new Set(['verify', 'verified', 'verifier', 'validate', 'validated', 'check', 'introspect', 'introspection', 'authenticate', 'assert', 'hmac']);
/** A part of what it takes to check a signature by hand. */
const BY_HAND = new Set(['createHmac', 'createVerify', 'timingSafeEqual']);

/** Tells whether a token whose claims are read without verification is verified as well, on every way to a place. */
export class VerifiedTokens {
  private readonly calls = new Map<Module, Set<IrNode>>();
  private readonly tokens = new Map<IrNode, Value>();
  private readonly decoding: ReadonlySet<IrNode>;

  constructor(private readonly context: RuleContext) {
    const verifications = context.operationsOf('token.verify');
    this.decoding = new Set(context.operationsOf('token.decode').map(({ node }) => node));
    for (const { node, token } of verifications) this.tokens.set(node, token);
    for (const { node, module } of wrappedCalls(verifications, context.callSites)) {
      this.calls.set(module, (this.calls.get(module) ?? new Set()).add(node));
    }
  }

  /**
   * Whether the token that `decode` reads is verified as well wherever `place`, which has to do with it, is reached; or,
   * `anywhere`, in the same function on some way.
   */
  isVerifiedAt(decode: OperationOf<'token.decode'>, { node, module }: Place, anywhere = false): boolean {
    const outermost = module.functionsAround(node).at(-1);
    const within: readonly IrNode[] = outermost === undefined ? module.sites.calls : descendants(outermost);
    return within.some((call) =>
      (call.kind === 'call' || call.kind === 'new') && call !== node && call !== decode.node &&
      this.mayVerify(call, module, decode, node) && (anywhere || covers(call, node, module)));
  }

  /** Whether a caller of the function that is given the token verifies it. */
  isVerifiedByCallers(decode: OperationOf<'token.decode'>): boolean {
    const { token } = decode;
    return token.kind === 'param' && this.context.callSites.of(token.function, token.module).some((site) => this.isVerifiedAt(decode, site));
  }

  private mayVerify(call: Call, module: Module, decode: OperationOf<'token.decode'>, place: IrNode): boolean {
    const token = this.tokens.get(call);
    if (token !== undefined) return !differ(token, decode.token);
    if (this.calls.get(module)?.has(call) === true) return true;
    const name = lastName(call.callee) ?? '';
    if (BY_HAND.has(name)) return true;
    if (!shares(call, place, module)) return false;
    const values = alternatives(this.context.evaluator.callee(call, { module, frame: undefined })).map(({ value }) => value);
    const isNamed = stems(name).some((word) => VERIFYING_WORDS.has(word));
    // What reads the token and verifies nothing is no verification, whatever it is called.
    if (values.every((value) => value.kind === 'function')) return isNamed && values.every((value) => !this.decodes(value.function));
    return isNamed || asksIssuer(call) || (!this.context.wholeProject && values.some(({ kind }) => kind === 'unknown'));
  }

  private decodes(fn: FunctionExpression): boolean {
    return descendants(fn).some((node) => this.decoding.has(node));
  }
}

/** A request to where the issuer says whether a token is valid (RFC 7662; OpenID Connect Core 1.0 section 5.3). */
function asksIssuer({ args: [address] }: Call): boolean {
  const texts = address?.kind === 'string' ? [address.value] : address?.kind === 'template' ? address.strings : [lastName(address) ?? ''];
  return texts.some((text) => /introspect|token_?info|user_?info/i.test(text));
}

/** Certainly two tokens: different parameters, or different members of what a framework or library hands out. */
function differ(a: Value, b: Value): boolean {
  if (a.kind === 'param' && b.kind === 'param') return a.function === b.function && (a.index !== b.index || a.path.join('.') !== b.path.join('.'));
  return a.kind === 'external' && b.kind === 'external' && (a.package !== b.package || a.path !== b.path);
}

/** Whether two calls are given parts of the same variable. */
function shares(a: Call, b: IrNode, module: Module): boolean {
  const roots = new Set(rootsOf(b, module));
  return rootsOf(a, module).some((root) => roots.has(root));
}

function rootsOf(node: IrNode, module: Module): Binding[] {
  if (node.kind !== 'call' && node.kind !== 'new') return [];
  return node.args.flatMap((argument) => [argument, ...descendants(argument)]).flatMap((part) => {
    const binding = part.kind === 'identifier' ? module.bindingOf(part) : undefined;
    return binding === undefined ? [] : [binding];
  });
}

/** Whether a verification is made whenever a place is reached, before it or after. */
function covers(verification: Call, place: IrNode, module: Module): boolean {
  const around = new Map<IrNode, IrNode>();
  for (let child = place, parent = module.parentOf(place); parent !== undefined; child = parent, parent = module.parentOf(parent)) {
    around.set(parent, child);
  }
  // What is inside a verification looks up its key, or is what it calls back.
  if (around.has(verification)) return true;
  for (let child: IrNode = verification, parent = module.parentOf(child); parent !== undefined; child = parent, parent = module.parentOf(parent)) {
    const other = around.get(parent);
    if (other !== undefined) return !parts(parent, child, other) && !leavesBefore(place, verification, parent, module);
    if (isConditional(parent, child) && !(parent.kind === 'try' && isTestedAfter(verification, parent, module))) return false;
  }
  return true;
}

/** Whether the result of a verification is kept and asked for after the `try` that swallows its error. */
function isTestedAfter(verification: Call, { range }: TryStatement, module: Module): boolean {
  const tests = new Set(module.sites.conditions);
  for (const { node } of arrivals(verification, module)) {
    for (let part: IrNode | undefined = node; part !== undefined && part.kind !== 'function'; part = module.parentOf(part)) {
      if (node.range[0] >= range[1] && tests.has(part as Expression)) return true;
    }
  }
  return false;
}

/** Whether one child of a node leads to the verification and another to the place, and they exclude each other. */
function parts(node: IrNode, verification: IrNode, place: IrNode): boolean {
  switch (node.kind) {
    case 'if':
    case 'switch': {
      const first = node.kind === 'if' ? node.test : node.discriminant;
      if (verification === first) return false;
      return place === first ? isConditional(node, verification) : wayOf(node, verification) !== wayOf(node, place);
    }
    case 'try':
      return wayOf(node, verification) !== wayOf(node, place) && !(node.finalizer ?? []).includes(verification as Statement);
    case 'conditional':
    case 'logical':
      return isConditional(node, verification);
    default:
      return false;
  }
}

/** Whether the statements that a place stands among leave the function before a verification further down. */
function leavesBefore(place: IrNode, verification: Call, common: IrNode, module: Module): boolean {
  let child = place;
  for (let parent = module.parentOf(place); parent !== undefined && parent !== common; child = parent, parent = module.parentOf(parent)) {
    const list = listsOf(parent, module).find((statements) => statements.includes(child as Statement)) ?? [];
    const last = list.at(-1);
    if (parent.kind !== 'function' && last !== undefined && exits(list) && last.range[1] <= verification.range[0]) return true;
  }
  return false;
}

function wayOf(node: IrNode, child: IrNode): number {
  if (node.kind === 'if') return node.then.includes(child as Statement) ? 0 : 1;
  if (node.kind === 'switch') return node.cases.findIndex(({ body }) => body.includes(child as Statement));
  if (node.kind === 'try') return node.body.includes(child as Statement) ? 0 : 1;
  return 0;
}

/** Whether a part of a node may be passed over, and what comes after is reached all the same. */
function isConditional(node: IrNode, child: IrNode): boolean {
  switch (node.kind) {
    case 'if': {
      if (child === node.test) return false;
      const other = node.then.includes(child as Statement) ? (node.else ?? []) : node.then;
      return !exits(other);
    }
    case 'conditional':
      return child !== node.test;
    case 'logical':
      return child === node.right && node.operator !== '&&';
    case 'switch':
      return child !== node.discriminant;
    case 'try':
      return node.handler !== undefined && (node.handler.includes(child as Statement) || (node.body.includes(child as Statement) && !exits(node.handler)));
    default:
      return false;
  }
}
