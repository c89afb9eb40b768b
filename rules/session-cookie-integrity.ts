import { removeOption } from '../src/analysis/edits.js';
import { judge, weakest, type Judgement } from '../src/analysis/judge.js';
import { textsOf } from '../src/analysis/naming.js';
import type { OperationOf } from '../src/analysis/operations/operations.js';
import { mayHoldLogin } from '../src/analysis/questions/cookies.js';
import { isDevelopmentOnly } from '../src/analysis/questions/development-only.js';
import { configurationsFor, dataOf, decides, disclosureOf, isReadable, isUnsigned } from '../src/analysis/questions/readable-sessions.js';
import { storedValues } from '../src/analysis/questions/stored.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { step, traceOf } from '../src/analysis/trace.js';
import { isAuthCookieName } from '../src/domain/names.js';

type MessageId = 'unsigned' | 'cookie' | 'credential' | 'token' | 'personal' | 'right';

type Session = OperationOf<'session.configure'>;
type Write = OperationOf<'session.write'>;

const READABLE = 'The cookie is the session, as base64: whoever comes by it, in the browser or in a log, reads it.';
const INSTEAD = 'Keep the sessions on the server, or in an encrypted cookie such as iron-session\'s.';

export const sessionCookieIntegrity: Rule<MessageId> = {
  meta: {
    id: 'session-cookie-integrity',
    description: 'A session that is a cookie must be signed, and hold nothing secret where it can be read',
    scope: 'file',
    hasSuggestions: true,
    messages: {
      unsigned: {
        text: 'The cookie is the session, and {{library}} does not sign it{{how}}. Whoever has the browser can write {{what}} into it and be anybody. {{remedy}}.',
        severity: 'error',
        confidence: 'certain',
      },
      cookie: {
        text: 'Cookie `{{cookie}}` holds {{what}} and is not signed. Whoever has the browser can write another one and be anybody. Sign it, or keep only a random id of a session in it.',
        severity: 'error',
        confidence: 'likely',
      },
      credential: {
        text: `Credential \`{{what}}\` is put into the session. ${READABLE} Leave it out.`,
        severity: 'error',
        confidence: 'likely',
      },
      token: {
        text: `\`{{what}}\`, a token, is put into the session. ${READABLE} ${INSTEAD}`,
        severity: 'warning',
        confidence: 'likely',
      },
      personal: {
        text: `Personal data \`{{what}}\` is put into the session. ${READABLE} Keep only the id of the user in it and look the rest up.`,
        severity: 'warning',
        confidence: 'likely',
      },
      right: {
        text: '`{{what}}` is put into the session, which is the cookie itself. It says so for as long as the cookie lives: whoever has lost the right since, or kept a copy, still has it. Look the right up by the id of the user.',
        severity: 'info',
        confidence: 'likely',
      },
    },
    standards: { cwe: [565, 345, 315], asvs: ['V9.1.1'] },
  },

  *check(context: RuleContext): Iterable<Problem<MessageId>> {
    const editable = new Set<Session>();
    for (const session of context.operationsOf('session.configure')) {
      const bad = isReadable(session) ? judge(session.signed, isUnsigned, { productionOnly: true }) : undefined;
      if (bad === undefined || !mayHoldLogin(session) || isDevelopmentOnly(session.node, session.module, context.evaluator)) continue;
      editable.add(session);
      yield* unsigned(context, session, bad);
    }
    for (const cookie of context.operationsOf('cookie.set')) yield* unsignedCookie(cookie);
    for (const write of context.operationsOf('session.write')) {
      const sessions = configurationsFor(context, write);
      const isCookie = write.facts.readable === true ? mayHoldLogin(write) : sessions.length > 0 && sessions.every(isReadable);
      if (isCookie) yield* disclosures(context, write, sessions.some((session) => editable.has(session)));
    }
  },
};

/** Of libraries whose session may be anything, what is written tells: tokens are signed themselves, and a language is no login. */
function* unsigned(context: RuleContext, session: Session, { culprit, confidence }: Judgement): Iterable<Problem<MessageId>> {
  const writes = context.operationsOf('session.write').filter((write) => configurationsFor(context, write).includes(session));
  const data = writes.flatMap((write) => dataOf(context, write)).find(decides);
  const isNamed = session.facts.holdsAnything === true;
  if (!isNamed && data === undefined && (!context.wholeProject || writes.length > 0)) return;
  const isOption = culprit.kind === 'known' && culprit.value === false;
  yield {
    messageId: 'unsigned',
    at: culprit.at,
    data: {
      library: session.library,
      how: isOption ? '' : ' without `secrets`',
      what: data === undefined ? 'the id of another user' : `\`${data.path}\``,
      remedy: isOption ? 'Remove `signed: false`' : 'Give the cookie `secrets`',
    },
    trace: [...traceOf(session, culprit), ...(data === undefined ? [] : [step(data.at, 'is written into it here')])],
    confidence: weakest(confidence, session.likely || (!isNamed && data === undefined) ? 'likely' : 'certain'),
    suggestions: [removeOption(context, session, 'signed', culprit)],
  };
}

function* unsignedCookie(cookie: OperationOf<'cookie.set'>): Iterable<Problem<MessageId>> {
  const name = textsOf(cookie.name).find(isAuthCookieName);
  const bad = name === undefined ? undefined : judge(cookie.signed, isUnsigned, { productionOnly: true });
  if (name === undefined || bad === undefined || (cookie.script.kind === 'known' && cookie.script.value === true)) return;
  const what = storedValues(cookie.value).find(({ name: key = '', value }) => decides({ name: key, path: key, value, at: value.at, confidence: 'likely' }))?.name;
  if (what === undefined) return;
  yield { messageId: 'cookie', at: cookie.at, data: { cookie: name, what: `\`${what}\`` }, trace: traceOf(cookie, cookie.value), confidence: weakest('likely', bad.confidence) };
}

function* disclosures(context: RuleContext, write: Write, isEditable: boolean): Iterable<Problem<MessageId>> {
  for (const datum of dataOf(context, write)) {
    const messageId = disclosureOf(datum);
    if (messageId === undefined || (messageId === 'right' && isEditable)) continue;
    yield { messageId, at: datum.at, data: { what: datum.path }, trace: traceOf(write, datum.value), confidence: weakest('likely', datum.confidence) };
  }
}
