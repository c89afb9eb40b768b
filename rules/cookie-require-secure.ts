import { attributeEdit, authCookies, isOff, noDefault, withoutSecure } from '../src/analysis/questions/cookies.js';
import { readsForwardedProto } from '../src/analysis/questions/proxies.js';
import { setOption } from '../src/analysis/edits.js';
import { textsOf } from '../src/analysis/naming.js';
import { judge, weakest } from '../src/analysis/judge.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { traceOf } from '../src/analysis/trace.js';

type MessageId = 'missing' | 'off' | 'productionOnly' | 'neverSent';

const PLAIN_HTTP = 'Browsers then send it over plain http as well, where everyone on the way can read it.';

export const cookieRequireSecure: Rule<MessageId> = {
  meta: {
    id: 'cookie-require-secure',
    description: 'Cookies that carry a session or a token must be Secure',
    scope: 'file',
    fixable: true,
    hasSuggestions: true,
    messages: {
      missing: {
        text: `Cookie \`{{cookie}}\` is set without Secure{{noDefault}}. ${PLAIN_HTTP} Add \`{{edit}}\`.`,
        severity: 'error',
        confidence: 'certain',
      },
      off: {
        text: `Cookie \`{{cookie}}\` is set with Secure switched off. ${PLAIN_HTTP} {{remedy}}; behind a proxy, trust the proxy instead of dropping Secure.`,
        severity: 'error',
        confidence: 'certain',
      },
      productionOnly: {
        text: 'Cookie `{{cookie}}` is Secure in some environments only. A system that runs as the wrong one sends it over plain http. Set `secure: true`: Chrome and Firefox accept such cookies from http://localhost.',
        severity: 'info',
        confidence: 'certain',
      },
      neverSent: {
        text: 'Cookie `{{cookie}}` is Secure, but this project does not trust the proxy whose `X-Forwarded-Proto` it reads. {{library}} then takes every request for plain http and sends no cookie at all. Set `trust proxy` to the number of proxies in front, instead of dropping Secure.',
        severity: 'warning',
        confidence: 'likely',
      },
    },
    standards: { cwe: [614], asvs: ['V3.3.1'], nist: ['5.1.1'], owasp: ['A05:2021', 'A02:2025'], api: ['API8:2023'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    yield* cookiesNeverSent(context);
    for (const cookie of authCookies(context)) {
      const { operation, name, confidence } = cookie;
      const inProduction = withoutSecure(operation);
      const bad = inProduction ?? judge(operation.secure, isOff);
      // What throws where it is on over plain http has to be off somewhere, or left to follow the request.
      const throwsOverHttp = operation.facts.throwsOverHttp === true;
      if (bad === undefined || (throwsOverHttp && inProduction === undefined)) continue;
      const { culprit } = bad;
      const repair = throwsOverHttp ? undefined : setOption(context, operation, 'secure', culprit, true);
      yield {
        messageId: inProduction === undefined ? 'productionOnly' : culprit.kind === 'absent' ? 'missing' : 'off',
        at: culprit.at,
        data: { cookie: name, noDefault: noDefault(cookie), edit: attributeEdit(cookie, 'secure: true', 'Secure'), remedy: remedyOf(throwsOverHttp) },
        trace: traceOf(operation, culprit),
        // Of a value that depends on the environment every alternative is known.
        confidence: inProduction === undefined ? confidence : weakest(confidence, bad.confidence),
        // Who made it depend on the environment meant to.
        ...(inProduction === undefined ? { suggestions: [repair] } : { fix: repair }),
      };
    }
  },
};

function remedyOf(throwsOverHttp: boolean): string {
  return throwsOverHttp ? 'Leave the option out, so that it follows the request' : 'Set `secure: true`';
}

/** A session's Secure cookie in a project that is behind a proxy and does not say that it trusts it. */
function* cookiesNeverSent(context: RuleContext): Iterable<Problem<MessageId>> {
  if (!context.wholeProject || context.operationsOf('proxy.trust').length > 0 || !readsForwardedProto(context)) return;
  for (const session of context.operationsOf('session.configure')) {
    const { facts, proxy, secure, name } = session;
    if (facts.asksForHttps !== true || proxy.kind !== 'absent') continue;
    const on = judge(secure, (value) => value.kind === 'known' && value.value === true, { productionOnly: true });
    if (on === undefined) continue;
    yield {
      messageId: 'neverSent',
      at: on.culprit.at,
      data: { cookie: textsOf(name)[0] ?? 'session', library: session.library },
      trace: traceOf(session, on.culprit),
    };
  }
}
