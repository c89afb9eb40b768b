import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { sideOf } from '../src/analysis/questions/sides.js';
import { urlTokens, type UrlToken } from '../src/analysis/questions/url-tokens.js';
import { traceOfPlace } from '../src/analysis/trace.js';
import { urlTokenStrength } from '../src/domain/url-token-names.js';

type MessageId = 'taken' | 'put' | 'oneTime';

const WHERE = 'Addresses stay in the logs of every server and proxy on the way, in the history, and in `Referer`';

export const transportNoTokenInUrl: Rule<MessageId> = {
  meta: {
    id: 'transport-no-token-in-url',
    description: 'Tokens must not be sent in the address of a request',
    scope: 'file',
    messages: {
      taken: {
        text: `The token is taken from the address (\`{{name}}\`). ${WHERE}, where anybody can take the token and use it. Take it from the \`Authorization\` header.`,
        severity: 'error',
        confidence: 'likely',
      },
      put: {
        text: `A token is put into the address (\`{{name}}\`). ${WHERE}, where anybody can take the token and use it. Send it in the \`Authorization\` header or the body.`,
        severity: 'error',
        confidence: 'likely',
      },
      oneTime: {
        text: `The token of a link is taken from the address (\`{{name}}\`). ${WHERE}. Have it work once and for an hour at most, and send no \`Referer\` from the page.`,
        severity: 'info',
        confidence: 'likely',
      },
    },
    standards: { cwe: [598], asvs: ['V14.2.1'], rfc: ['RFC 9700 4.3.2'], api: ['API2:2023'], owasp: ['A04:2021', 'A06:2025'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    for (const token of urlTokens(context)) {
      const messageId = messageOf(token, context);
      if (messageId === undefined) continue;
      const note = token.how === 'put' ? 'goes into the address' : 'comes from the address';
      yield { messageId, at: token.at, data: { name: token.name }, trace: traceOfPlace(token.at, note, token.value), ...(token.foreign ? { severity: 'warning' as const } : {}) };
    }
  },
};

/** A bare `token` may be anything: it counts where it is checked as one, or where the link of a mail leads to. */
function messageOf(token: UrlToken, { modules, evaluator }: RuleContext): MessageId | undefined {
  if (token.how === 'put') return token.oneTime ? undefined : 'put';
  const module = modules.find(({ file }) => file === token.at.file);
  const isBrowser = module !== undefined && sideOf(module, evaluator.project.host) === 'browser';
  if (token.oneTime) return isBrowser ? undefined : 'oneTime';
  return token.verified || urlTokenStrength(token.name) === 'strong' ? 'taken' : undefined;
}
