import { lastName } from '../src/analysis/naming.js';
import type { CallSite } from '../src/analysis/operations/callsites.js';
import type { OperationOf } from '../src/analysis/operations/operations.js';
import { arrivals } from '../src/analysis/operations/value-flow.js';
import { isBehindGuard } from '../src/analysis/questions/guarded-handlers.js';
import { isFromProvider, isProof } from '../src/analysis/questions/token-origins.js';
import { sideOf } from '../src/analysis/questions/sides.js';
import { tokenEvidence } from '../src/analysis/questions/tokens.js';
import { claimUse, type ClaimUse } from '../src/analysis/questions/unverified-uses.js';
import { VerifiedTokens } from '../src/analysis/questions/verified-tokens.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { step, traceOf } from '../src/analysis/trace.js';

type MessageId = 'decides' | 'fromProvider' | 'displayOnly';
type Decode = OperationOf<'token.decode'>;

export const jwtNoDecodeForAuth: Rule<MessageId> = {
  meta: {
    id: 'jwt-no-decode-for-auth',
    description: 'The claims of a token that nobody verified must not decide who a request is from',
    scope: 'file',
    messages: {
      decides: {
        text: '{{call}} does not check the signature, and {{effect}}. Anybody can write a token that says so. Verify the token and use what the verification returns.',
        severity: 'error',
        confidence: 'likely',
      },
      fromProvider: {
        text: '{{call}} does not check the signature, and {{effect}}. That may do for a token that a provider answers straight to this server over TLS, and for no other. Verify it, or make sure of where it comes from.',
        severity: 'info',
        confidence: 'likely',
      },
      displayOnly: {
        text: '{{call}} does not check the signature. In the browser that does for what is shown; whoever uses the page can change all of it. Leave every decision to the server.',
        severity: 'info',
        confidence: 'likely',
      },
    },
    standards: { cwe: [345, 347], asvs: ['V6.8.2', 'V7.2.1', 'V9.1.1'], rfc: ['RFC 8725 3.3'], owasp: ['A07:2021', 'A07:2025'], api: ['API2:2023'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    // What the code has signed itself needs no verification.
    const decodes = context.operationsOf('token.decode').filter(({ facts, token }) =>
      !facts.headerOnly && !facts.unsecured && tokenEvidence(token) !== 'issued');
    if (decodes.length === 0) return;
    const verified = new VerifiedTokens(context);
    for (const decode of decodes) yield* problemOf(context, decode, verified);
  },
};

function* problemOf(context: RuleContext, decode: Decode, verified: VerifiedTokens): Iterable<Problem<MessageId>> {
  const call = nameOf(decode);
  const { host } = context.evaluator.project;
  const uses: { use: ClaimUse; way: readonly CallSite[] }[] = [];
  const sides = new Set([sideOf(decode.module, host)]);
  for (const arrival of arrivals(decode.node, decode.module, context)) {
    const side = sideOf(arrival.module, host);
    if (!sides.has('server') && !sides.has('browser')) sides.add(side);
    const use = side === 'browser' || arrival.path[0] === 'header' ? undefined : claimUse(arrival, context.evaluator);
    if (use === undefined || !isDecided(context, decode, use, side === 'server', verified) || isProof(decode, arrival.calls)) continue;
    const places = [decode, ...arrival.calls, use];
    if (!places.some((place) => verified.isVerifiedAt(decode, place, use.isLast))) uses.push({ use, way: arrival.calls });
  }
  const worst = uses.find(({ use }) => !use.isLast) ?? uses[0];
  if (worst !== undefined) {
    const { use: { effect, node, module }, way } = worst;
    const steps = way.map((site) => step(site.module.place(site.node.callee.range), 'its claims go through here'));
    yield {
      messageId: isFromProvider(decode) ? 'fromProvider' : 'decides',
      at: decode.at,
      data: { call, effect },
      trace: [...traceOf(decode), ...steps, step(module.place(node.range), effect)],
    };
  } else if (sides.has('browser')) {
    yield { messageId: 'displayOnly', at: decode.at, data: { call }, trace: traceOf(decode) };
  }
}

/**
 * What authenticates a request decides by itself. What uses claims later may stand behind something that has verified the
 * token, in another file as well, and only what runs on a server counts.
 */
function isDecided(context: RuleContext, decode: Decode, use: ClaimUse, isServer: boolean, verified: VerifiedTokens): boolean {
  if (use.authenticates) return true;
  return isServer && context.wholeProject && !isBehindGuard(context, use) && !isBehindGuard(context, decode) && !verified.isVerifiedByCallers(decode);
}

function nameOf({ facts, node }: Decode): string {
  const name = facts.byHand || (node.kind !== 'call' && node.kind !== 'new') ? undefined : lastName(node.callee);
  return name === undefined ? 'Taking a token apart' : `\`${name}\``;
}
