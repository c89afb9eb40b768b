import { isOneTimeLinkName } from '../../domain/credential-names.js';
import { tokenClassOfName } from '../../domain/token-classes.js';
import { urlTokenStrength } from '../../domain/url-token-names.js';
import type { Expression, StringLiteral, TemplateLiteral } from '../../ir/types.js';
import { someNode, type IrNode } from '../../ir/walk.js';
import { URL_PARAMETERS } from '../../knowledge/index.js';
import { makerCall } from '../evaluate/chains.js';
import { alternatives, type External, type Value } from '../evaluate/values.js';
import { placeKey, type Place } from '../finding.js';
import type { Module } from '../evaluate/module.js';
import { lastName, lastSourceName, namesOf, textsOf } from '../naming.js';
import { partsOf } from '../operations/params.js';
import type { RuleContext } from '../rule.js';
import { servesOneTimeLink } from './auth-context.js';
import { isPlain, storedValues } from './stored.js';
import { tokenEvidence } from './tokens.js';

/** A token in an address: `taken` from one, or `put` into one. */
export interface UrlToken {
  readonly how: 'taken' | 'put';
  readonly name: string;
  readonly at: Place;
  readonly value: Value;
  /** It is good for one step, and came in a mail. */
  readonly oneTime: boolean;
  /** The function around it: what it does with the token is one flaw. */
  readonly within: IrNode | undefined;
  /** The address is another service's, which decides what it has to hold. */
  readonly foreign?: true;
  /** It reaches a check of tokens. */
  readonly verified: boolean;
}

/** The name of the parameter in a request's address that a value is; `undefined` where it is none. */
export function urlParameter(value: Value): string | undefined {
  if (value.kind !== 'external') return undefined;
  const [, object = '', name] = /^(.*)\.([\w$]+)$/.exec(value.path) ?? [];
  if (name !== undefined && URL_PARAMETERS.has(`${value.package}:${object}`)) return name;
  return URL_PARAMETERS.has(`${value.package}:${value.path}`) && isOfAddress(value) ? textsOf(value.call?.args[0])[0] : undefined;
}

const OF_ADDRESS = /search|url|href|location|query/i;
const OF_FRAGMENT = /(?:^|[.#])hash\b/;

/**
 * What is parsed comes from a request or the page's address: a link that an app of the device is opened with is none, and the
 * fragment, in which OAuth's implicit flow answers, is sent to nobody.
 */
function isOfAddress(value: External): boolean {
  const made = makerCall(value);
  const [parsed] = made?.args ?? [];
  if (parsed === undefined || made?.node === value.call?.node || !value.path.startsWith('URLSearchParams#')) return true;
  const paths = [...partsOf(parsed)].flatMap((part) =>
    (part.kind === 'external' ? [part.path] : part.kind === 'param' ? [[part.name, ...part.path].join('.')] : []));
  return paths.some((path) => OF_ADDRESS.test(path)) && !paths.some((path) => OF_FRAGMENT.test(path));
}

/** Every token in an address that the files under analysis take or put there, each place once. */
export function urlTokens(context: RuleContext): UrlToken[] {
  const found = new Map<string, UrlToken>();
  const within = new Map<IrNode | undefined, Set<string>>();
  for (const token of [...verifiedTokens(context), ...context.modules.flatMap((module) => [...inModule(module, context)])]) {
    const key = placeKey(token.at);
    const names = within.get(token.within) ?? new Set();
    if (!found.has(key) && !(token.oneTime && names.has(token.name))) found.set(key, token);
    within.set(token.within, names.add(token.name));
  }
  return [...found.values()];
}

/** What a check of tokens is given: there the name does not matter. */
function verifiedTokens({ operationsOf }: RuleContext): UrlToken[] {
  return [...operationsOf('token.verify'), ...operationsOf('token.decode')].flatMap(({ token, node, module }) =>
    [...partsOf(token)].flatMap((value): UrlToken[] => {
      const name = urlParameter(value);
      if (name === undefined || /^id_?token_?hint$/i.test(name)) return [];
      const oneTime = tokenClassOfName(name) === 'one-time' || servesOneTimeLink(node, module);
      return [{ how: 'taken', name, at: value.at, value, oneTime, verified: true, within: module.functionsAround(node)[0] }];
    }));
}

function* inModule(module: Module, context: RuleContext): Iterable<UrlToken> {
  for (const node of module.nodes) {
    yield* taken(node, module, context);
    yield* put(node, module, context);
  }
}

/** `req.query.token`, `params.get('token')`, `const { token } = req.query`. */
function* taken(node: IrNode, module: Module, { evaluator }: RuleContext): Iterable<UrlToken> {
  const read = readName(node);
  if (read !== undefined) {
    for (const { value } of alternatives(evaluator.evaluate(node as Expression, { module, frame: undefined }))) {
      if (urlParameter(value) === read && !isSwitched(node, module)) yield takenToken(read, node, module.place((node as Expression).range), value, module);
    }
  }
  for (const { init, target } of node.kind === 'variable' ? node.declarations : []) {
    if (init === undefined || target.kind !== 'object-pattern') continue;
    for (const property of target.properties) {
      const name = property.kind === 'pattern-property' && typeof property.key === 'string' ? property.key : undefined;
      if (name === undefined || property.kind !== 'pattern-property' || urlTokenStrength(name) === undefined) continue;
      for (const { value } of alternatives(evaluator.evaluate(init, { module, frame: undefined }))) {
        if (value.kind === 'external' && URL_PARAMETERS.has(`${value.package}:${value.path}`)) yield takenToken(name, target, module.place(property.keyRange), value, module);
      }
    }
  }
}

/** What would be the parameter's name, if the node reads one that is called like a token. */
function readName(node: IrNode): string | undefined {
  const name = node.kind === 'member' && typeof node.property === 'string' ? node.property : calledWith(node);
  return name !== undefined && urlTokenStrength(name) !== undefined ? name : undefined;
}

function calledWith(node: IrNode): string | undefined {
  const [argument] = node.kind === 'call' ? node.args : [];
  return argument?.kind === 'string' ? argument.value : undefined;
}

const SWITCH = /^(?:accept|allow|enable|support)\w*(?:query|url|uri)/i;

/** Whoever wants tokens in addresses has to turn it on: an option for it decides in the same function. */
function isSwitched(node: IrNode, module: Module): boolean {
  return module.functionsAround(node).some((fn) => someNode(fn, (part) => part.kind === 'identifier' && SWITCH.test(part.name)));
}

function takenToken(name: string, node: IrNode, at: Place, value: Value, module: Module): UrlToken {
  const isExtractor = value.kind === 'external' && value.package === 'passport-jwt';
  const oneTime = tokenClassOfName(name) === 'one-time' || isOneTimeLinkName(name) || (!isExtractor && servesOneTimeLink(node, module));
  return { how: 'taken', name, at, value, oneTime, verified: isExtractor, within: module.functionsAround(node)[0] };
}

/** `?access_token=${token}` in a template, `'?access_token=' + token`, `url.searchParams.set('access_token', token)`. */
function* put(node: IrNode, module: Module, { evaluator }: RuleContext): Iterable<UrlToken> {
  for (const { name, expression, isSocket, isForeign } of written(node, module)) {
    if (urlTokenStrength(name) === undefined) continue;
    const stored = storedValues(evaluator.evaluate(expression, { module, frame: undefined })).find(({ value }) => !isPlain(value));
    if (stored === undefined) continue;
    const { value } = stored;
    const names = [name, ...namesOf(value)];
    const oneTime = names.some((one) => tokenClassOfName(one) === 'one-time' || isOneTimeLinkName(one)) || servesOneTimeLink(node, module);
    const isAuth = urlTokenStrength(name) === 'strong' || isSocket || ['issued', 'strong'].includes(tokenEvidence(value) ?? '');
    if (isAuth || oneTime) {
      const { range } = expression;
      yield { how: 'put', name, at: module.place(range), value, oneTime, verified: false, within: expression, ...(isForeign ? { foreign: true as const } : {}) };
    }
  }
}

interface Written {
  readonly name: string;
  readonly expression: Expression;
  readonly isSocket: boolean;
  readonly isForeign: boolean;
}

const PARAMETER = /[?&#]([\w.-]+)=$/;

function written(node: IrNode, module: Module): Written[] {
  switch (node.kind) {
    case 'template':
      return inTemplate(node, module);
    case 'string':
      return inSum(node, module);
    case 'call': {
      const [name, value] = node.args;
      const { callee } = node;
      const isSet = callee.kind === 'member' && (callee.property === 'set' || callee.property === 'append') && lastSourceName(callee.object, module) === 'searchParams';
      return isSet && name?.kind === 'string' && value !== undefined && value.kind !== 'spread'
        ? [{ name: name.value, expression: value, isSocket: false, isForeign: false }]
        : [];
    }
    default:
      return [];
  }
}

function inTemplate(node: TemplateLiteral, module: Module): Written[] {
  return node.strings.flatMap((text, index) => {
    const [, name] = PARAMETER.exec(text) ?? [];
    const expression = node.expressions[index];
    const parameters = name !== undefined && expression !== undefined ? [{ name, expression }] : /[?&]$/.test(text) ? searchParameters(expression) : [];
    return parameters.map((parameter) => ({ ...parameter, ...addressed(node, node.strings[0] ?? '', module) }));
  });
}

/** Of `new URLSearchParams({ access_token: token })`, with or without `.toString()`. */
function searchParameters(node: Expression | undefined): Pick<Written, 'name' | 'expression'>[] {
  if (node?.kind === 'call' && node.callee.kind === 'member' && node.callee.property === 'toString') return searchParameters(node.callee.object);
  const [given] = node?.kind === 'new' && lastName(node.callee) === 'URLSearchParams' ? node.args : [];
  const members = given?.kind === 'object' ? given.members : [];
  return members.flatMap((member) =>
    (member.kind === 'property' && typeof member.key === 'string' ? [{ name: member.key, expression: member.value }] : []));
}

/** The summand after a text. */
function inSum(node: StringLiteral, module: Module): Written[] {
  const [, name] = PARAMETER.exec(node.value) ?? [];
  const parent = name === undefined ? undefined : module.parentOf(node);
  if (name === undefined || parent?.kind !== 'binary' || parent.operator !== '+') return [];
  const outer = module.parentOf(parent);
  const after = parent.left === node ? parent.right : outer?.kind === 'binary' && outer.operator === '+' && outer.left === parent ? outer.right : undefined;
  return after === undefined ? [] : [{ name, expression: after, ...addressed(parent, node.value, module) }];
}

/** What the address is one of, by how it begins and who is given it. */
function addressed(node: IrNode, text: string, module: Module): Pick<Written, 'isSocket' | 'isForeign'> {
  const parent = module.parentOf(node);
  return {
    isSocket: /^wss?:/i.test(text) || (parent?.kind === 'new' && lastName(parent.callee) === 'WebSocket'),
    isForeign: /^https:\/\/(?!localhost|127\.)[\w-]+\.[\w.-]+/i.test(text),
  };
}
