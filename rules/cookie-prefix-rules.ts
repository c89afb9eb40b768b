import { allCookies, attributeEdit, isOff, meeting, noDefault, withoutSecure, type AuthCookie } from '../src/analysis/questions/cookies.js';
import { removeOption, setOption } from '../src/analysis/edits.js';
import { judge, weakest, type Judgement } from '../src/analysis/judge.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { traceOf } from '../src/analysis/trace.js';
import { cookiePrefix, type CookiePrefix } from '../src/domain/cookie-prefixes.js';
import { truthiness, type Value } from '../src/analysis/evaluate/values.js';

type MessageId = 'missing' | 'domain' | 'path' | 'script';

type Finding = Pick<Problem<MessageId>, 'messageId' | 'data' | 'fix' | 'suggestions'> & { readonly bad: Judgement | undefined };

const DISCARDED = 'Browsers discard a cookie that breaks its prefix, and some libraries refuse to write it, so that no request ever carries it.';

export const cookiePrefixRules: Rule<MessageId> = {
  meta: {
    id: 'cookie-prefix-rules',
    description: 'Cookies named `__Host-` or `__Secure-` must have the attributes that the prefix demands',
    scope: 'file',
    fixable: true,
    hasSuggestions: true,
    messages: {
      missing: {
        text: `Cookie \`{{cookie}}\` is set without {{attribute}}{{noDefault}}, which its prefix \`{{prefix}}\` demands. ${DISCARDED} Add \`{{edit}}\`.`,
        severity: 'error',
        confidence: 'certain',
      },
      domain: {
        text: `Cookie \`{{cookie}}\` is set with Domain={{domain}}, which its prefix \`{{prefix}}\` rules out. ${DISCARDED} Leave the domain out, or rename a cookie that subdomains must get to \`__Secure-…\`.`,
        severity: 'error',
        confidence: 'certain',
      },
      path: {
        text: `Cookie \`{{cookie}}\` is set {{path}}, but its prefix \`{{prefix}}\` demands Path=/. ${DISCARDED} Set \`{{edit}}\`.`,
        severity: 'error',
        confidence: 'certain',
      },
      script: {
        text: `Cookie \`{{cookie}}\` is written by a script of the page, but its prefix \`{{prefix}}\` is for cookies that servers set. ${DISCARDED} Set it in a response of the server.`,
        severity: 'error',
        confidence: 'certain',
      },
    },
    standards: { cwe: [565], asvs: ['V3.3.1', 'V3.3.3'], nist: ['5.1.1'], owasp: ['A08:2021', 'A08:2025'], api: ['API8:2023'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    for (const operation of allCookies(context)) {
      const named = judge(operation.name, (value) => cookiePrefix(startOf(value)) !== undefined, { productionOnly: true });
      const prefix = named === undefined ? undefined : cookiePrefix(startOf(named.culprit));
      if (named === undefined || prefix === undefined) continue;
      for (const { bad, data, ...rest } of findings(context, operation, prefix)) {
        const confidence = bad === undefined ? undefined : meeting(named, bad);
        if (bad === undefined || confidence === undefined) continue;
        yield {
          ...rest,
          at: bad.culprit.at,
          data: { ...data, cookie: startOf(named.culprit), prefix: prefix.prefix },
          trace: traceOf(operation, bad.culprit),
          confidence: weakest(operation.likely ? 'likely' : 'certain', confidence),
        };
      }
    }
  },
};

function* findings(context: RuleContext, operation: AuthCookie['operation'], { ownHost, byServer }: CookiePrefix): Iterable<Finding> {
  yield missing(context, operation, { field: 'secure', attribute: 'Secure', bad: withoutSecure(operation) });
  if (byServer) {
    const script = operation.kind === 'cookie.set' ? judge(operation.script, (value) => value.kind === 'known' && value.value === true) : undefined;
    if (script !== undefined) yield { messageId: 'script', bad: script };
    else yield missing(context, operation, { field: 'httpOnly', attribute: 'HttpOnly', bad: judge(operation.httpOnly, isOff, { productionOnly: true }) });
  }
  if (!ownHost) return;
  const domain = judge(operation.domain, isDomain, { productionOnly: true });
  if (domain !== undefined) {
    const suggestions = [removeOption(context, operation, 'domain', domain.culprit)];
    yield { messageId: 'domain', bad: domain, data: { domain: startOf(domain.culprit) }, suggestions };
  }
  if (operation.kind !== 'cookie.set') return;
  const path = judge(operation.path, (value) => isOtherPath(value, operation.facts.definedByName === true), { productionOnly: true });
  if (path === undefined) return;
  const repair = setOption(context, operation, 'path', path.culprit, '/');
  const data = { path: pathText(path.culprit), edit: attributeEdit({ operation }, "path: '/'", 'Path=/') };
  // Who wrote another path may rather want another name.
  yield { messageId: 'path', bad: path, data, ...(path.culprit.kind === 'absent' ? { fix: repair } : { suggestions: [repair] }) };
}

interface Flag extends Pick<Finding, 'bad'> {
  readonly field: 'secure' | 'httpOnly';
  readonly attribute: string;
}

function missing(context: RuleContext, operation: AuthCookie['operation'], { field, attribute, bad }: Flag): Finding {
  const edit = attributeEdit({ operation }, `${field}: true`, attribute);
  const data = { attribute, edit, noDefault: bad?.culprit.kind === 'absent' ? noDefault({ operation }) : '' };
  // Where Secure is an error over plain http, whoever switched it off has to look.
  const isSettled = bad !== undefined && (field === 'httpOnly' || operation.facts.throwsOverHttp !== true);
  return { messageId: 'missing', bad, data, fix: isSettled ? setOption(context, operation, field, bad.culprit, true) : undefined };
}

/** A text, as far as it is known from its start. */
function startOf(value: Value): string {
  if (value.kind === 'known') return String(value.value);
  const first = value.kind === 'text' ? value.parts[0] : undefined;
  return typeof first === 'string' ? `${first}…` : '…';
}

function isDomain(value: Value): boolean {
  return (value.kind === 'known' || value.kind === 'text') && truthiness(value) === true;
}

function isOtherPath(value: Value, isDefinedByName: boolean): boolean {
  if (value.kind === 'absent') return !isDefinedByName;
  return value.kind === 'known' && typeof value.value === 'string' && value.value !== '/';
}

function pathText(value: Value): string {
  return value.kind === 'absent' ? 'without a path, so that browsers take the directory of the address that answers' : `with Path=${startOf(value)}`;
}
