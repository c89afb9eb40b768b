import { coversSiblings } from '../../domain/hosts.js';
import type { Value } from '../evaluate/values.js';

/** Which hosts a Domain attribute adds to the one that sets the cookie. */
export interface DomainReach {
  /** As written, with `…` for what is not known; nothing where it is the host that the request names. */
  readonly domain?: string;
  /** It is what is used where an environment variable is not set. */
  readonly assumed: boolean;
}

/** The host of a request: express and koa `hostname`, the header of either and of Node. */
const REQUEST_HOST = /\.(?:hostname|headers\.host)$/;

/** What a Domain attribute adds where that is hosts beside the application's own; nothing where it cannot be told. */
export function domainReach(value: Exclude<Value, { kind: 'union' }>): DomainReach | undefined {
  switch (value.kind) {
    case 'known':
      return typeof value.value === 'string' && coversSiblings(value.value) ? { domain: value.value, assumed: false } : undefined;
    case 'text': {
      const [first] = value.parts;
      if (typeof first !== 'string' || !first.startsWith('.')) return undefined;
      return { domain: value.parts.map((part) => (typeof part === 'string' ? part : '…')).join(''), assumed: true };
    }
    case 'env': {
      const { fallback } = value;
      const reach = fallback === undefined || fallback.kind === 'union' ? undefined : domainReach(fallback);
      return reach && { ...reach, assumed: true };
    }
    case 'external':
      return value.package !== 'global' && REQUEST_HOST.test(value.path) ? { assumed: false } : undefined;
    default:
      return undefined;
  }
}
