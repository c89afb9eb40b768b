import { removeOption, replaceStart, setOption } from '../src/analysis/edits.js';
import { judge, weakest } from '../src/analysis/judge.js';
import type { Operation } from '../src/analysis/operations/operations.js';
import { isDevelopmentOnly } from '../src/analysis/questions/development-only.js';
import { isUnencrypted, stsSeconds } from '../src/analysis/questions/encryption.js';
import { plainEndpoints, type Endpoint } from '../src/analysis/questions/plain-addresses.js';
import type { Value } from '../src/analysis/evaluate/values.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { traceOf } from '../src/analysis/trace.js';

type MessageId = 'address' | 'certificate' | 'database' | 'plain' | 'noHsts' | 'short';

/** What is at each address, and what somebody on the way makes of it. */
const ENDPOINTS = {
  issuer: ['The issuer is asked', 'can answer with endpoints and keys of their own'],
  authorization: ['The login page is opened', 'can put up a login page of their own'],
  token: ['Tokens are fetched', "can read the client's secret and the tokens"],
  userInfo: ['Who the user is is asked', 'can read the token and answer with another user'],
  keys: ['Keys for tokens are fetched', 'can put keys of their own there and sign any token'],
  redirect: ['The login comes back', 'can read the code that it comes back with'],
} as const satisfies Record<Endpoint, readonly [what: string, attack: string]>;

/** ASVS 5.0.0 V3.4.1: at least a year. */
const YEAR = 31_536_000;

export const transportHttpsOnly: Rule<MessageId> = {
  meta: {
    id: 'transport-https-only',
    description: 'Logins, keys and tokens must travel over https, and certificates must be checked',
    scope: 'file',
    hasSuggestions: true,
    messages: {
      address: {
        text: '{{what}} over {{scheme}}, at {{host}}. Whoever is on the way {{attack}}. Use https.',
        severity: 'error',
        confidence: 'certain',
      },
      certificate: {
        text: '{{library}} takes any certificate here. Whoever is on the way can answer for the server and read and change everything. Remove the exception; give the certificate of a private authority as `ca`.',
        severity: 'error',
        confidence: 'certain',
      },
      database: {
        text: '{{library}} takes any certificate here. Whoever is on the way can answer for the database and read its password and data. Give the certificate of its authority as `ca`.',
        severity: 'info',
        confidence: 'certain',
      },
      plain: {
        text: '{{library}} connects to {{host}} without encryption. Its password and data can be read on the way. Turn TLS on.',
        severity: 'info',
        confidence: 'likely',
      },
      noHsts: {
        text: '{{library}} is told to send no `Strict-Transport-Security` header. The first request of a visit can go over http, with the cookies that are not Secure. Remove the option, unless a proxy sends the header.',
        severity: 'warning',
        confidence: 'certain',
      },
      short: {
        text: '{{library}} lets browsers forget after {{seconds}} s ({{days}} d) that this site is https only{{assumed}}. Less than a year, {{year}} s, leaves returning visitors unprotected. Set a year.',
        severity: 'warning',
        confidence: 'certain',
      },
    },
    standards: { cwe: [319, 295], asvs: ['V12.2.1', 'V12.3.2', 'V3.4.1'], owasp: ['A02:2021', 'A04:2025'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    for (const problem of [...addresses(context), ...connections(context), ...headers(context)]) {
      const { operation, value, ...rest } = problem;
      if (isDevelopmentOnly(operation.node, operation.module, context.evaluator)) continue;
      const confidence = weakest(rest.confidence ?? 'certain', ...(operation.likely ? ['likely' as const] : []));
      yield { ...rest, at: value.at, trace: traceOf(operation, value), confidence };
    }
  },
};

type Found = Omit<Problem<MessageId>, 'at' | 'trace'> & { readonly operation: Operation; readonly value: Value };

const IN_PRODUCTION = { productionOnly: true } as const;

function* addresses(context: RuleContext): Iterable<Found> {
  for (const { operation, endpoint, scheme, host, by, confidence } of plainEndpoints(context)) {
    const [what, attack] = ENDPOINTS[endpoint];
    const suggestions = [replaceStart(context, by, `${scheme}://`, scheme === 'ws' ? 'wss://' : 'https://')];
    yield { messageId: 'address', operation, value: by, data: { what, scheme, host, attack }, confidence, suggestions };
  }
}

function* connections(context: RuleContext): Iterable<Found> {
  for (const operation of [...context.operationsOf('tls.configure'), ...context.operationsOf('database.connect')]) {
    const { library } = operation;
    const any = judge(operation.rejectUnauthorized, (value) => value.kind === 'known' && value.value === false, IN_PRODUCTION);
    if (any !== undefined) {
      const { culprit, confidence } = any;
      const messageId = operation.kind === 'tls.configure' ? 'certificate' : 'database';
      const suggestions = [setOption(context, operation, 'rejectUnauthorized', culprit, true)];
      yield { messageId, operation, value: culprit, data: { library }, confidence, suggestions };
    }
    const remote = operation.kind === 'database.connect' ? isUnencrypted(operation) : undefined;
    if (remote !== undefined) yield { messageId: 'plain', operation, value: remote.by, data: { library, host: remote.host }, confidence: 'likely' };
  }
}

function* headers(context: RuleContext): Iterable<Found> {
  for (const operation of context.operationsOf('hsts.configure')) {
    const { library, enabled, maxAge } = operation;
    const off = judge(enabled, (value) => value.kind === 'known' && value.value === false && value.defaultOf === undefined, IN_PRODUCTION);
    if (off !== undefined) {
      const suggestions = [removeOption(context, operation, 'enabled', off.culprit)];
      yield { messageId: 'noHsts', operation, value: off.culprit, data: { library }, confidence: off.confidence, suggestions };
      continue;
    }
    const short = judge(maxAge, (value) => (stsSeconds(value) ?? YEAR) < YEAR, IN_PRODUCTION);
    const seconds = short === undefined ? undefined : stsSeconds(short.culprit);
    if (short === undefined || seconds === undefined) continue;
    const isDefault = short.culprit.kind === 'known' && short.culprit.defaultOf !== undefined;
    yield {
      messageId: 'short', operation, value: short.culprit, confidence: short.confidence,
      data: { library, seconds, days: Math.floor(seconds / 86_400), year: YEAR, assumed: isDefault ? ', which is its default' : '' },
      ...(isDefault ? { severity: 'info' as const } : {}),
      suggestions: isDefault ? [] : [setOption(context, operation, 'maxAge', short.culprit, { seconds: YEAR })],
    };
  }
}
