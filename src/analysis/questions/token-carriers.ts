import { REQUEST_NAMES } from '../../domain/request-names.js';
import type { FunctionExpression } from '../../ir/types.js';
import { descendants, type IrNode } from '../../ir/walk.js';
import { EXTRACTOR_LISTS, TOKEN_CARRIERS } from '../../knowledge/index.js';
import type { TokenCarrier } from '../../knowledge/model.js';
import type { Module } from '../evaluate/module.js';
import { alternatives, type FunctionValue, type Value } from '../evaluate/values.js';
import type { Place } from '../finding.js';
import { textsOf } from '../naming.js';
import type { OperationOf } from '../operations/operations.js';
import { partsOf } from '../operations/params.js';
import type { RuleContext } from '../rule.js';

/** A part of a request in which a token is accepted. */
export interface AcceptedIn {
  readonly carrier: TokenCarrier;
  /** The cookie's, field's or header's; absent where it is not known. */
  readonly name: string | undefined;
  readonly at: Place;
}

/** What an untyped request is called, and the parts that its members are. */
const UNTYPED_REQUESTS = new Set([...REQUEST_NAMES, 'context']);
const PARTS: Readonly<Record<string, TokenCarrier>> = { cookies: 'cookie', signedCookies: 'cookie', body: 'body', headers: 'header' };

/** Where the options of a middleware or strategy say that tokens are accepted, beside `Authorization: Bearer`. */
export function acceptedByOptions({ cookie, header, extractor }: OperationOf<'token.accept'>, context: RuleContext): AcceptedIn[] {
  const named = (value: Value, carrier: TokenCarrier): AcceptedIn[] => textsOf(value).map((name) => ({ carrier, name, at: value.at }));
  return [...named(cookie, 'cookie'), ...named(header, 'header'), ...acceptedByExtractor(extractor, context)];
}

function acceptedByExtractor(extractor: Value, context: RuleContext): AcceptedIn[] {
  return alternatives(extractor).flatMap(({ value }) => {
    if (value.kind === 'function') return readIn(value, context);
    if (value.kind === 'array') return value.elements.flatMap((element) => acceptedByExtractor(element, context));
    if (value.kind !== 'external') return [];
    const key = `${value.package}:${value.path}`;
    const [list] = value.call?.args ?? [];
    if (EXTRACTOR_LISTS.has(key)) return list === undefined ? [] : acceptedByExtractor(list, context);
    const found = acceptedAs(value);
    return found === undefined ? [] : [found];
  });
}

/** What a function of the project takes out of the request that it is given. */
function readIn({ function: fn, module, closure }: FunctionValue, { evaluator }: RuleContext): AcceptedIn[] {
  const found = new Map<string, AcceptedIn>();
  for (const node of descendants(fn)) {
    if (node.kind !== 'member' && node.kind !== 'call') continue;
    for (const { value } of alternatives(evaluator.evaluate(node, { module, frame: closure }))) {
      const accepted = acceptedAs(value, fn);
      if (accepted?.name !== undefined) found.set(`${accepted.carrier} ${accepted.name}`, { ...accepted, at: module.place(node.range) });
    }
  }
  return [...found.values()];
}

/** A token that is verified, and where it is handed to what verifies it. */
export interface AcceptedToken extends AcceptedIn {
  readonly node: IrNode;
  readonly module: Module;
  /** It goes through functions of the project first. */
  readonly isHandedOn: boolean;
}

/** Functions around functions around a verification that are given its token. */
const MAX_WRAPPERS = 3;

/** Where a token that is verified comes from, as far as that is a part of a request; also where a caller hands it on. */
export function acceptedTokens({ token, node, module }: OperationOf<'token.verify'>, { callSites, evaluator }: RuleContext): AcceptedToken[] {
  const seen = new Set<IrNode>();
  const from = (value: Value, at: Pick<AcceptedToken, 'node' | 'module'>, level: number): AcceptedToken[] =>
    [...partsOf(value)].flatMap((part) => {
      const accepted = acceptedAs(part);
      if (accepted !== undefined) return [{ ...accepted, ...at, isHandedOn: level > 0 }];
      if (part.kind !== 'param' || level === MAX_WRAPPERS) return [];
      return callSites.of(part.function, part.module).flatMap((site) => {
        const argument = site.node.args[part.index];
        if (argument === undefined || argument.kind === 'spread' || seen.has(site.node)) return [];
        seen.add(site.node);
        const given = memberAt(evaluator.evaluate(argument, { module: site.module, frame: undefined }), part.path);
        return given === undefined ? [] : from(given, site, level + 1);
      });
    });
  return from(token, { node, module }, 0);
}

/** What stands under a path in an object that is written out; the value itself where there is no path. */
function memberAt(value: Value, [name, ...rest]: readonly string[]): Value | undefined {
  if (name === undefined) return value;
  const member = value.kind === 'object' ? value.members.get(name) : undefined;
  return member === undefined ? undefined : memberAt(member, rest);
}

/** `extractor`: the function whose first parameter is a request, or the context of one. */
function acceptedAs(value: Value, extractor?: FunctionExpression): AcceptedIn | undefined {
  if (value.kind === 'param') {
    const [part = '', name] = value.path.slice(-2);
    const isRequest = value.function === extractor ? value.index === 0 : UNTYPED_REQUESTS.has(value.name);
    const carrier = isRequest && value.path.length >= 2 && value.path.length <= 3 ? PARTS[part] : undefined;
    return carrier === undefined ? undefined : { carrier, name, at: value.at };
  }
  if (value.kind !== 'external') return undefined;
  const called = TOKEN_CARRIERS.get(`${value.package}:${value.path}`);
  if (called !== undefined) {
    if (value.call === undefined) return undefined;
    return { carrier: called, name: value.call.args.flatMap(textsOf)[0], at: value.at };
  }
  const [, holder = '', name] = /^(.*)\.([\w$-]+)$/.exec(value.path) ?? [];
  const carrier = TOKEN_CARRIERS.get(`${value.package}:${holder}`);
  return carrier === undefined ? undefined : { carrier, name, at: value.at };
}
