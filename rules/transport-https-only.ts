import { removeOption, replaceStart, setOption } from '../src/analysis/edits.js';
import { judge, weakest } from '../src/analysis/judge.js';
import type { Operation } from '../src/analysis/operations/operations.js';
import { isTurnedOff, remedyOf } from '../src/analysis/questions/turned-off.js';
import { isDevelopmentOnly } from '../src/analysis/questions/development-only.js';
import { isUnencrypted, stsSeconds } from '../src/analysis/questions/encryption.js';
import { isBehindInsecureSwitch } from '../src/analysis/questions/insecure-switches.js';
import { plainEndpoints } from '../src/analysis/questions/plain-addresses.js';
import type { Value } from '../src/analysis/evaluate/values.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { traceOf } from '../src/analysis/trace.js';
import { formatSeconds } from '../src/domain/durations.js';
import { ENDPOINTS } from '../src/domain/endpoints.js';

type MessageId = 'address' | 'certificate' | 'database' | 'plain' | 'noHsts' | 'short';

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
        text: '{{library}} is told to send no `Strict-Transport-Security` header. The first request of a visit can go over http, with the cookies that are not Secure. {{remedy}}, unless a proxy sends the header.',
        severity: 'warning',
        confidence: 'certain',
      },
      short: {
        text: '{{library}} lets browsers forget after {{age}} that this site is https only{{assumed}}. Less than a year, {{year}}, leaves returning visitors unprotected. Set a year.',
        severity: 'warning',
        confidence: 'certain',
      },
    },
    standards: { cwe: [319, 295], asvs: ['V12.2.1', 'V12.3.2', 'V3.4.1'], owasp: ['A02:2021', 'A04:2025'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    for (const { operation, value, ...rest } of [...addresses(context), ...connections(context), ...headers(context)]) {
      if (isDevelopmentOnly(operation.node, operation.module, context.evaluator)) continue;
      const confidence = weakest(rest.confidence ?? transportHttpsOnly.meta.messages[rest.messageId].confidence, ...(operation.likely ? ['likely' as const] : []));
      yield { ...rest, at: value.at, trace: traceOf(operation, value), confidence };
    }
  },
};

type Found = Omit<Problem<MessageId>, 'at' | 'trace'> & { readonly operation: Operation; readonly value: Value };

const IN_PRODUCTION = { productionOnly: true } as const;

function* addresses(context: RuleContext): Iterable<Found> {
  for (const { operation, endpoint, scheme, host, by, confidence } of plainEndpoints(context)) {
    const [what, attack] = ENDPOINTS[endpoint];
    yield {
      messageId: 'address', operation, value: by, data: { what, scheme, host, attack }, confidence,
      suggestions: [replaceStart(context, by, `${scheme}://`, `${scheme}s://`)],
    };
  }
}

function* connections(context: RuleContext): Iterable<Found> {
  for (const operation of [...context.operationsOf('tls.configure'), ...context.operationsOf('database.connect')]) {
    const any = judge(operation.rejectUnauthorized, (value) => value.kind === 'known' && value.value === false, IN_PRODUCTION);
    if (any !== undefined && !isBehindInsecureSwitch(operation.node, operation.module, context.evaluator)) {
      const messageId = operation.kind === 'tls.configure' ? 'certificate' : 'database';
      const edit = setOption(context, operation, 'rejectUnauthorized', any.culprit, true) ?? removeOption(context, operation, 'rejectUnauthorized', any.culprit);
      yield { messageId, operation, value: any.culprit, data: { library: operation.library }, confidence: any.confidence, suggestions: [edit] };
    }
  }
  for (const operation of context.operationsOf('database.connect')) {
    const remote = isUnencrypted(operation);
    // The address may hold a password.
    if (remote !== undefined) yield { messageId: 'plain', operation, value: remote.by, data: { library: operation.library, host: remote.host }, secrets: [remote.by.at] };
  }
}

function* headers(context: RuleContext): Iterable<Found> {
  for (const operation of context.operationsOf('hsts.configure')) {
    const { library, enabled, maxAge } = operation;
    const off = judge(enabled, isTurnedOff, IN_PRODUCTION);
    if (off !== undefined) {
      const suggestions = [removeOption(context, operation, 'enabled', off.culprit)];
      yield { messageId: 'noHsts', operation, value: off.culprit, data: { library, remedy: remedyOf(operation) }, confidence: off.confidence, suggestions };
      continue;
    }
    const short = judge(maxAge, (value) => (stsSeconds(value) ?? YEAR) < YEAR, IN_PRODUCTION);
    if (short === undefined) continue;
    const seconds = stsSeconds(short.culprit) ?? YEAR;
    const isDefault = short.culprit.kind === 'known' && short.culprit.defaultOf !== undefined;
    yield {
      messageId: 'short', operation, value: short.culprit, confidence: short.confidence,
      data: { library, age: formatSeconds(seconds), year: formatSeconds(YEAR), assumed: isDefault ? ', which is its default' : '' },
      ...(isDefault ? { severity: 'info' as const } : {}),
      suggestions: isDefault ? [] : [setOption(context, operation, 'maxAge', short.culprit, { seconds: YEAR })],
    };
  }
}
