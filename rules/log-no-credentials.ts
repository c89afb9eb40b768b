import { nodeAt, type Module } from '../src/analysis/evaluate/module.js';
import type { Place, Repair } from '../src/analysis/finding.js';
import { loggedCredentials, redactedNames, type Logged } from '../src/analysis/questions/logged.js';
import { lastName } from '../src/analysis/naming.js';
import type { OperationOf } from '../src/analysis/operations/operations.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { traceOf } from '../src/analysis/trace.js';
import { wrap } from '../src/analysis/written-edits.js';

type MessageId = 'credential' | 'request';

/** What each part of a request holds that must not be in a log. */
const CONTENTS: Readonly<Record<string, string>> = {
  headers: '`Authorization` and `Cookie`',
  rawHeaders: '`Authorization` and `Cookie`',
  cookies: 'the session cookie',
  session: 'the whole session, with whatever the login keeps in it',
  body: 'the password that is sent here',
};

const USES: Readonly<Record<Logged['kind'], string>> = {
  password: 'log in as the user, here and wherever else the password is used',
  token: 'act as the user until the token expires',
  'weak token': 'act as the user until the token expires',
  'session id': 'take over the session',
  secret: 'make tokens or sessions for any user',
  header: 'send the same credential',
  request: 'use them',
};

export const logNoCredentials: Rule<MessageId> = {
  meta: {
    id: 'log-no-credentials',
    description: 'Tokens, passwords, session ids and secrets must not be written into logs',
    scope: 'file',
    hasSuggestions: true,
    messages: {
      credential: {
        text: '`{{call}}` writes {{what}} into the log. Whoever can read the log, a copy of it or the service that collects it can {{use}}. Leave it out, or log whether it is there.',
        severity: 'error',
        confidence: 'likely',
      },
      request: {
        text: '`{{call}}` writes {{what}} of the request into the log. That holds {{contents}}. Whoever can read the log can use them. Log the fields that are needed, by name.',
        severity: 'error',
        confidence: 'likely',
      },
    },
    standards: { cwe: [532], asvs: ['V16.2.5'], owasp: ['A09:2021', 'A09:2025'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    for (const log of context.operationsOf('log.write')) {
      const redacted = redactedNames(log.redact);
      if (redacted === undefined) continue;
      const logged = loggedCredentials(log, context).filter(({ name }) => !redacted.includes(name));
      const [first] = logged;
      if (first === undefined) continue;
      const what = namesIn(logged);
      const data = { call: callText(log), what, use: USES[first.kind], contents: CONTENTS[first.name] ?? 'credentials' };
      const secrets = logged.filter(({ value }) => value.kind === 'known').map(({ value }) => value.at);
      const suggestions = [whetherThere(context, log, logged)];
      yield { messageId: first.kind === 'request' ? 'request' : 'credential', at: log.at, data, trace: traceOf(log, first.value), secrets, suggestions };
    }
  },
};

/** Logs of each credential whether it is there; nothing where one is hidden in what is logged whole. */
function whetherThere(context: RuleContext, log: OperationOf<'log.write'>, logged: readonly Logged[]): Repair | undefined {
  const repairs = logged.map(({ value, name, kind }) => {
    const at = value.via?.place ?? value.at;
    return kind === 'request' || nameAt(log.module, at) !== name ? undefined : wrap(context, log, at, 'Boolean(', ')');
  });
  const edits = repairs.flatMap((repair) => repair?.edits ?? []);
  return repairs.includes(undefined) ? undefined : { message: 'Log whether it is there', edits };
}

/** What the code calls the value that it writes at a place. */
function nameAt(module: Module, at: Place): string | undefined {
  const node = at.file === module.file ? nodeAt(module, at) : undefined;
  return node?.kind === 'identifier' || node?.kind === 'member' ? lastName(node) : undefined;
}

function namesIn(logged: readonly Logged[]): string {
  return logged.slice(0, 3).map(({ name }) => `\`${name}\``).join(', ');
}

/** `console.log`, `logger.info`: the last two names of what is called. */
function callText({ node }: OperationOf<'log.write'>): string {
  if (node.kind !== 'call') return 'the logger';
  const name = lastName(node.callee) ?? 'log';
  const object = node.callee.kind === 'member' ? lastName(node.callee.object) : undefined;
  return object === undefined ? name : `${object}.${name}`;
}
