import { OPERATION_FIELDS } from '../../domain/operations.js';
import { addressParts, isRemoteHost } from '../../domain/hosts.js';
import { judge } from '../judge.js';
import type { Confidence } from '../finding.js';
import type { OperationFields, OperationOf } from '../operations/operations.js';
import type { RuleContext } from '../rule.js';
import { alternatives, mapAlternatives, type Value } from '../evaluate/values.js';

/** An address that is reached without encryption, over networks that others run. */
export interface PlainAddress {
  /** The text that begins with it. */
  readonly by: Value;
  readonly scheme: string;
  readonly host: string;
}

/** What an address is written as: the text that a `URL` is made of, and what stands in for a variable that is not set. */
export function writtenAddress(value: Value): Value {
  return mapAlternatives(value, (one) => {
    if (one.kind === 'env' && one.fallback !== undefined) return writtenAddress(one.fallback);
    if (one.kind === 'array' && one.elements.length === 1) return writtenAddress(one.elements[0] ?? one);
    if (one.kind !== 'external' || one.package !== 'global' || one.path !== 'URL#') return one;
    const [path, base] = one.call?.args ?? [];
    return path === undefined ? one : writtenAddress(addressIn(path) === undefined ? (base ?? path) : path);
  });
}

/** An address with one of these schemes at a remote host; what stands behind the host need not be known. */
export function plainAddress(value: Value, schemes: readonly string[]): PlainAddress | undefined {
  const parts = addressIn(value);
  return parts !== undefined && schemes.includes(parts.scheme) && isRemoteHost(parts.host) ? { by: value, ...parts } : undefined;
}

function addressIn(value: Value): ReturnType<typeof addressParts> {
  for (const { value: one } of alternatives(value)) {
    const [first, ...others] = one.kind === 'text' ? one.parts : one.kind === 'known' ? [one.value] : [];
    if (typeof first !== 'string') continue;
    // A hole right behind the host may go on with it.
    if (others.length > 0 && !/^[^:]*:\/\/[^/?#]+[/?#]/.test(first)) continue;
    const parts = addressParts(first);
    if (parts !== undefined) return parts;
  }
  return undefined;
}

export type Endpoint = OperationFields['endpoint.configure'];

export interface PlainEndpoint extends PlainAddress {
  readonly operation: OperationOf<'endpoint.configure'> | OperationOf<'token.verify'>;
  readonly endpoint: Endpoint;
  readonly confidence: Confidence;
}

const ENDPOINTS = OPERATION_FIELDS['endpoint.configure'];

/** The parties of a login whose addresses are plain in production. */
export function* plainEndpoints({ operationsOf }: RuleContext): Iterable<PlainEndpoint> {
  const given = [
    ...operationsOf('endpoint.configure').flatMap((operation) => ENDPOINTS.map((endpoint) => ({ operation, endpoint, value: operation[endpoint] }))),
    ...operationsOf('token.verify').map((operation) => ({ operation, endpoint: 'keys' as const, value: operation.keySet })),
  ];
  for (const { operation, endpoint, value } of given) {
    const judged = judge(writtenAddress(value), (one) => plainAddress(one, ['http', 'ws']) !== undefined, { productionOnly: true });
    const plain = judged === undefined ? undefined : plainAddress(judged.culprit, ['http', 'ws']);
    // A variable that is set says something else.
    if (judged !== undefined && plain !== undefined) yield { ...plain, operation, endpoint, confidence: value.kind === 'env' ? 'likely' : judged.confidence };
  }
}
