import { judge } from '../src/analysis/judge.js';
import { textsOf } from '../src/analysis/naming.js';
import type { Operation } from '../src/analysis/operations/operations.js';
import { servesOneTimeLink } from '../src/analysis/questions/auth-context.js';
import { isInMiddleware } from '../src/analysis/questions/middleware.js';
import { sideOf } from '../src/analysis/questions/sides.js';
import { functionsNamed, routesAround } from '../src/analysis/questions/surroundings.js';
import { acceptedByOptions, acceptedTokens, type AcceptedIn, type AcceptedToken } from '../src/analysis/questions/token-carriers.js';
import { tokenEvidence } from '../src/analysis/questions/tokens.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { step, traceOf } from '../src/analysis/trace.js';
import { alternatives, type Value } from '../src/analysis/evaluate/values.js';
import { tokenClassOfName } from '../src/domain/token-classes.js';
import { stems } from '../src/domain/words.js';

type MessageId = 'elsewhere' | 'anywhere' | 'cookie' | 'written';

/** Headers of an application's own; those of a gateway or another service have its name in them. */
const OWN_HEADER = /^(?:x-)?(?:access|auth|user|session|id|jwt)?-?(?:token|jwt|auth|authorization|authentication)$/i;

export const transportBearerHeaderOnly: Rule<MessageId> = {
  meta: {
    id: 'transport-bearer-header-only',
    description: 'Access tokens should be accepted from the Authorization header only',
    scope: 'file',
    messages: {
      elsewhere: {
        text: 'Tokens are accepted from {{where}}. Gateways, logs and clients know and protect the `Authorization` header; what is sent elsewhere they store and pass on like any other data. Accept `Authorization: Bearer` only.',
        severity: 'warning',
        confidence: 'likely',
      },
      anywhere: {
        text: 'This extractor takes the token from a field of the body and from the address as well as from a header. It was made for the move from version 1; addresses stay in logs, histories and `Referer`. Use `fromAuthHeaderAsBearerToken()`.',
        severity: 'warning',
        confidence: 'likely',
      },
      cookie: {
        text: 'Tokens are accepted from {{where}}. Browsers send a cookie along with requests that other sites make, so that whatever changes something needs a defence against CSRF. Accept `Authorization: Bearer` only, or see to it that SameSite and a CSRF check cover every route.',
        severity: 'info',
        confidence: 'likely',
      },
      written: {
        text: 'A JWT is written to {{cookie}} with SameSite=None. Browsers send it along with requests that other sites make, so that whatever changes something needs a defence against CSRF. Send the token in `Authorization`, or keep the cookie to the same site.',
        severity: 'info',
        confidence: 'likely',
      },
    },
    standards: { cwe: [352], asvs: ['V3.5.1'], rfc: ['RFC 6750 2.1'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    for (const accept of context.operationsOf('token.accept')) yield* problemsOf(accept, acceptedByOptions(accept, context).filter(isForAccess));
    for (const verify of context.operationsOf('token.verify')) {
      const found = acceptedTokens(verify, context).filter((one) => isForAccess(one) && isForRequests(one) &&
        sideOf(one.module, context.evaluator.project.host) !== 'browser' && !isForAnotherStep(one) && !isForAnotherStep(verify));
      for (const node of new Set(found.map((one) => one.node))) yield* problemsOf(verify, found.filter((one) => one.node === node));
    }
    yield* written(context);
  },
};

/** What an operation accepts besides the header, in one finding for all that matters more and one for its cookies. */
function* problemsOf(operation: Operation, found: readonly AcceptedIn[]): Iterable<Problem<MessageId>> {
  const groups = [found.filter(({ carrier }) => carrier === 'anywhere'), found.filter(({ carrier }) => carrier === 'body' || carrier === 'header'), found.filter(({ carrier }) => carrier === 'cookie')];
  for (const [index, messageId] of (['anywhere', 'elsewhere', 'cookie'] as const).entries()) {
    const group = groups[index] ?? [];
    const [first] = group;
    if (first === undefined) continue;
    const where = [...new Set(group.map(placeName))].join(' and ');
    yield { messageId, at: first.at, data: { where }, trace: [...traceOf(operation), step(first.at, 'the token comes from here')] };
  }
}

function placeName({ carrier, name }: AcceptedIn): string {
  const named = name === undefined ? '' : ` \`${name}\``;
  return carrier === 'body' ? `the body${name === undefined ? '' : ` (\`${name}\`)`}` : carrier === 'header' ? `the header${named}` : `the cookie${named}`;
}

/** Refresh tokens and those of mails come as their routes want them; a bare header may be a gateway's. */
function isForAccess({ carrier, name }: AcceptedIn): boolean {
  if (carrier === 'anywhere') return true;
  if (name === undefined) return false;
  if (carrier === 'header') return OWN_HEADER.test(name) && name.toLowerCase() !== 'authorization';
  return !['refresh', 'one-time', 'other', 'code', 'id'].includes(tokenClassOfName(name) ?? '') && !/csrf|xsrf|oauth|oidc|pkce|flow|consent/i.test(name);
}

/** Outside of a middleware, what a handler is sent may be what it is for; a cookie is sent with every request. */
function isForRequests({ carrier, node, module, isHandedOn }: AcceptedToken): boolean {
  return (carrier === 'cookie' && !isHandedOn) || isInMiddleware(node, module) || functionsNamed(node, module).includes('canActivate');
}

/** The function around serves the link of a mail, or a renewal. */
function isForAnotherStep({ node, module }: Pick<Operation, 'node' | 'module'>): boolean {
  return servesOneTimeLink(node, module) || [...functionsNamed(node, module), ...routesAround(node, module)].some((name) => stems(name).includes('refresh'));
}

/** A missing attribute has a rule of its own. */
function isCrossSite(sameSite: Value): boolean {
  return sameSite.kind === 'known' && String(sameSite.value).toLowerCase() === 'none';
}

/** Tokens that the project signs and puts into cookies that other sites' requests carry. */
function* written(context: RuleContext): Iterable<Problem<MessageId>> {
  const sealed = new Set(context.operationsOf('token.issue').filter(({ encrypted }) => encrypted.kind === 'known' && encrypted.value === true).map(({ node }) => node));
  for (const cookie of context.operationsOf('cookie.set')) {
    const [name] = textsOf(cookie.name);
    if (isForAnotherStep(cookie) || (name !== undefined && !isForAccess({ carrier: 'cookie', name, at: cookie.at }))) continue;
    const isSealed = alternatives(cookie.value).some(({ value }) => value.kind === 'external' && value.call !== undefined && sealed.has(value.call.node));
    if (tokenEvidence(cookie.value) !== 'issued' || isSealed || judge(cookie.sameSite, isCrossSite) === undefined) continue;
    yield { messageId: 'written', at: cookie.at, data: { cookie: name === undefined ? 'a cookie' : `the cookie \`${name}\`` }, trace: traceOf(cookie, cookie.value) };
  }
}
