import { optionNames, removeElement, removeOption } from '../src/analysis/edits.js';
import type { Value } from '../src/analysis/evaluate/values.js';
import { judge, weakest, type Judgement } from '../src/analysis/judge.js';
import type { OperationOf } from '../src/analysis/operations/operations.js';
import { isPlantable, letsCrossSiteIn, openOrigin, queryIn, unsafeMethods } from '../src/analysis/questions/csrf-weaknesses.js';
import { isChosenInDevelopment, isDevelopmentOnly } from '../src/analysis/questions/development-only.js';
import { isTurnedOff, remedyOf } from '../src/analysis/questions/turned-off.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { traceOf } from '../src/analysis/trace.js';

type MessageId = 'disabled' | 'any' | 'shared' | 'methods' | 'cookie' | 'unbound' | 'query';

type Defence = OperationOf<'csrf.configure'>;

export const csrfNoWeakConfig: Rule<MessageId> = {
  meta: {
    id: 'csrf-no-weak-config',
    description: 'The defence against cross-site request forgery must not be turned off or weakened',
    scope: 'file',
    hasSuggestions: true,
    messages: {
      disabled: {
        text: "{{library}}'s defence against requests from other sites is turned off here by `{{option}}`. Any website can send requests with a visitor's cookies. {{remedy}}.",
        severity: 'error',
        confidence: 'certain',
      },
      any: {
        text: "{{library}} lets in requests from every site here. Any website can send requests with a visitor's cookies. List the origins that may.",
        severity: 'error',
        confidence: 'certain',
      },
      shared: {
        text: '{{library}} lets in requests from every site below {{below}}. Anybody can put a site there within minutes. List your own sites by their full names.',
        severity: 'warning',
        confidence: 'certain',
      },
      methods: {
        text: '{{library}} lets {{methods}} requests through without a token. These are the requests that change something, which is what the token is for. Leave only GET, HEAD and OPTIONS in `{{option}}`.',
        severity: 'error',
        confidence: 'certain',
      },
      cookie: {
        text: '{{library}} keeps its secret in an unsigned cookie, bound to no session. Whoever can set a cookie for this site, as any sibling subdomain can, sets a secret of their own and knows a token for it. Leave `cookie` out, so that the session keeps it.',
        severity: 'warning',
        confidence: 'certain',
      },
      unbound: {
        text: '{{library}}{{version}} binds tokens to no session here. The token of one visitor is valid for every other, so that an attacker can plant their own. Give a `getSessionIdentifier` that returns the id of the session.',
        severity: 'warning',
        confidence: 'certain',
      },
      query: {
        text: '{{library}} takes the token from the query here. Addresses end up in logs, in the history and in `Referer` headers, and the token with them. Read it from a header or the body.',
        severity: 'warning',
        confidence: 'certain',
      },
    },
    standards: { cwe: [352], asvs: ['V3.5.1'], owasp: ['A01:2021', 'A01:2025'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    for (const defence of context.operationsOf('csrf.configure')) {
      if (!isDevelopmentOnly(defence.node, defence.module, context.evaluator)) yield* problemsOf(defence, context);
    }
  },
};

function* problemsOf(defence: Defence, context: RuleContext): Iterable<Problem<MessageId>> {
  const { facts: { wildcard }, library } = defence;
  for (const field of ['enabled', 'originCheck'] as const) {
    const off = judge(defence[field], isTurnedOff, IN_PRODUCTION);
    if (off === undefined) continue;
    const [option = ''] = optionNames(defence, field);
    yield problem('disabled', defence, off, { data: { option, remedy: remedyOf(defence) }, suggestions: [removeOption(context, defence, field, off.culprit)] });
  }
  const origins = judge(defence.origins, (value) => !isChosenInDevelopment(value, context.evaluator) && openOrigin(value, wildcard) !== undefined, IN_PRODUCTION);
  const open = origins === undefined ? undefined : openOrigin(origins.culprit, wildcard);
  if (origins !== undefined && open !== undefined) {
    yield problem(open.below === undefined ? 'any' : 'shared', defence, origins, { by: open.by, data: { below: open.below ?? '' } });
  }
  const sites = judge(defence.fetchSites, letsCrossSiteIn, IN_PRODUCTION);
  if (sites !== undefined) yield problem('any', defence, sites);
  const methods = judge(defence.ignoredMethods, (value) => unsafeMethods(value).length > 0, IN_PRODUCTION);
  const [first, ...others] = methods === undefined ? [] : unsafeMethods(methods.culprit);
  if (methods !== undefined && first !== undefined) {
    const [option = ''] = optionNames(defence, 'ignoredMethods');
    const names = [first, ...others].map(({ value }) => String(value)).join(', ');
    yield problem('methods', defence, methods, { by: first, data: { methods: names, option }, suggestions: [removeElement(context, first)] });
  }
  const cookie = judge(defence.secretCookie, isPlantable, IN_PRODUCTION);
  if (cookie !== undefined) yield problem('cookie', defence, cookie, { suggestions: [removeOption(context, defence, 'secretCookie', cookie.culprit)] });
  const session = judge(defence.session, ({ kind }) => kind === 'known', IN_PRODUCTION);
  if (session?.confidence === 'certain') {
    yield problem('unbound', defence, session, { data: { version: defence.version === undefined ? '' : ` ${defence.version}` } });
  }
  const query = defence.readToken.kind === 'function' ? queryIn(defence.readToken) : undefined;
  if (query !== undefined) {
    yield { messageId: 'query', at: query, data: { library }, trace: traceOf(defence, { ...defence.readToken, at: query }) };
  }
}

const IN_PRODUCTION = { productionOnly: true } as const;

interface Details extends Pick<Problem<MessageId>, 'data' | 'suggestions'> {
  /** What stands where the code must change, where that is a part of the value. */
  readonly by?: Value;
}

function problem(messageId: MessageId, defence: Defence, { culprit, confidence }: Judgement, { by, data, suggestions }: Details = {}): Problem<MessageId> {
  const value = by ?? (culprit.kind === 'object' ? { ...culprit, at: { ...culprit.at, range: [culprit.at.range[0], culprit.at.range[0] + 1] as const } } : culprit);
  return {
    messageId,
    at: value.at,
    data: { library: defence.library, ...data },
    trace: traceOf(defence, value),
    confidence: weakest(confidence, ...(defence.likely ? ['likely' as const] : [])),
    ...(suggestions === undefined ? {} : { suggestions }),
  };
}
