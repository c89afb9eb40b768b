import { isSamePlace, type Place, type TraceStep } from './finding.js';
import type { Operation, OperationKind } from './operations/operations.js';
import type { Value } from './evaluate/values.js';
import { versionText } from './operations/versions.js';

/** Steps that a reader can still follow; the middle is left out. */
const MAX_STEPS = 12;

const PHRASES: Readonly<Record<OperationKind, string>> = {
  'token.verify': 'verifies the token',
  'token.issue': 'issues the token',
  'token.accept': 'says where tokens are looked for',
  'token.decode': 'reads the token without checking it',
  'cookie.set': 'sets the cookie',
  'cookie.clear': 'clears the cookie',
  'session.configure': 'configures the session',
  'session.store': 'keeps the sessions',
  'session.write': 'writes into the session',
  'session.regenerate': 'renews the session id',
  'session.destroy': 'ends the session',
  'storage.write': 'stores the value',
  'state.persist': 'keeps the state',
  'storage.encrypt': 'encrypts the store',
  'keystore.use': 'uses the keystore',
  'token.cache': 'says where tokens are kept',
  'random.generate': 'makes the value',
  'key.generate': 'makes the key',
  'password.hash': 'hashes the password',
  'password.verify': 'checks the password',
  'digest.compute': 'hashes the value',
  'log.write': 'writes into the log',
  'data.seal': 'seals the value',
  'store.connect': 'connects to the store',
  'secret.use': 'uses the secret',
  'secret.fallback': 'reads the secret',
  'proxy.trust': 'decides which proxies are believed',
  'cors.configure': 'decides which origins may read answers',
  'cors.header': 'writes the header',
  'route.register': 'registers the route',
  'login.delegate': 'logs the user in',
  'oauth.configure': 'configures the login',
  'oauth.request': 'asks the authorization server',
  'oauth.callback': 'finishes the login',
  'endpoint.configure': 'is told the address',
  'csrf.configure': 'configures the defence',
  'tls.configure': 'configures the connection',
  'hsts.configure': 'configures the header',
  'database.connect': 'connects to the database',
  'rate.limit': 'limits requests',
  'auth.check': 'checks who is there',
  'auth.guard': 'decides who may pass',
};

/** From an operation, through the calls of its wrapper, back to where a value stands. */
export function traceOf(operation: Operation, value?: Value): TraceStep[] {
  const library = versionText(operation.library, operation.version);
  return traceOfPlace(operation.at, `${library} ${PHRASES[operation.kind]}`, value);
}

/** The same from a place that is no operation's. */
export function traceOfPlace(place: Place, note: string, value?: Value): TraceStep[] {
  const steps: TraceStep[] = [{ ...place, note }];
  if (value !== undefined) {
    for (let hop = value.via; hop !== undefined; hop = hop.next) steps.push({ ...hop.place, note: hop.note });
    steps.push({ ...value.at, note: originNote(value) });
  }
  return shortened(withoutRepetitions(steps));
}

/** A step for a place that is no value's. */
export function step(place: Place, note: string): TraceStep {
  return { ...place, note };
}

function originNote(value: Value): string {
  if (value.kind === 'absent') return 'nothing is given here';
  if (value.kind === 'known' && value.defaultOf !== undefined) return `the default of ${value.defaultOf}`;
  return 'the value stands here';
}

function withoutRepetitions(steps: readonly TraceStep[]): TraceStep[] {
  return steps.filter((one, index) => {
    const before = steps[index - 1];
    return before === undefined || !isSamePlace(before, one);
  });
}

function shortened(steps: readonly TraceStep[]): TraceStep[] {
  if (steps.length <= MAX_STEPS) return [...steps];
  const half = MAX_STEPS / 2;
  return [...steps.slice(0, half), ...steps.slice(-half)];
}
