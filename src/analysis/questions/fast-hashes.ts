import { stems } from '../../domain/words.js';
import type { Value } from '../evaluate/values.js';
import type { Module } from '../evaluate/module.js';
import { namesOf } from '../naming.js';
import type { OperationOf } from '../operations/operations.js';
import { partsOf } from '../operations/params.js';
import type { RuleContext } from '../rule.js';
import { passwordName } from './password-hashes.js';
import { functionsNamed } from './surroundings.js';

/** A password that is given to a checksum or a fast hash. */
export interface FastHash {
  readonly operation: OperationOf<'digest.compute'>;
  readonly algorithm: string;
  readonly name: string;
  readonly value: Value;
}

/** Functions around a hash that look a password up among leaked ones, or find the picture of an address. */
const OTHER_PURPOSES = new Set(['pwned', 'hibp', 'leaked', 'breached', 'compromised', 'common', 'gravatar', 'cache', 'etag', 'checksum', 'migrate', 'legacy']);

/** Passwords that are hashed fast: not to look them up among leaked ones, and not on the way into a slow hash. */
export function fastPasswordHashes(context: RuleContext): FastHash[] {
  const slow = new Set(context.operationsOf('password.hash').flatMap(({ password }) => callsIn(password)));
  const checked = new Set(context.operationsOf('password.verify').flatMap(({ password }) => callsIn(password)));
  return context.operationsOf('digest.compute').flatMap((operation): FastHash[] => {
    const name = passwordName(operation.input);
    const { algorithm, node, module } = operation;
    if (name === undefined || algorithm.kind !== 'known' || slow.has(node) || checked.has(node)) return [];
    if (isHttpDigest(operation.input) || asksForLeaks(module) || functionsNamed(node, module).some((one) => stems(one).some((word) => OTHER_PURPOSES.has(word)))) return [];
    return [{ operation, algorithm: String(algorithm.value).toUpperCase(), name, value: operation.input }];
  });
}

/** The calls that a value comes from, with those before them in a chain. */
function callsIn(value: Value): unknown[] {
  return [...partsOf(value)].flatMap((part) => (part.kind === 'external' && part.call !== undefined ? [part.call.node] : []));
}

/** The digest authentication of HTTP hashes user, realm and password with MD5 (RFC 7616 section 3.4.2). */
function isHttpDigest(input: Value): boolean {
  return [...partsOf(input)].some((part) => namesOf(part).some((name) => stems(name).includes('realm')));
}

/** Only the beginning of a SHA-1 is sent to services that know leaked passwords. */
function asksForLeaks(module: Module): boolean {
  return module.nodes.some((node) =>
    (node.kind === 'string' && node.value.includes('pwnedpasswords')) ||
    (node.kind === 'template' && node.strings.some((text) => text.includes('pwnedpasswords'))));
}
