/** Labels under which countries register names of the third level (`shop.co.uk`); the common ones of the public suffix list. */
const SECOND_LEVELS = new Set(['ac', 'co', 'com', 'edu', 'gov', 'ne', 'net', 'or', 'org']);

/** Names that reach no other machine (RFC 6761 section 6.3, RFC 6762 section 3, RFC 6761 section 6.2). */
const LOCAL = /(?:^|\.)(?:localhost|local|test)$/i;

const ADDRESS = /^[\d.]+$|:/;

/**
 * Whether a cookie's Domain attribute is one that sibling hosts share: a registrable domain (`example.com`), or any name
 * with the leading dot that asks for them, which browsers ignore (RFC 6265 section 5.2.3). Not a single host's own name
 * (`app.example.com`), an address, or a name of this machine or network.
 */
export function coversSiblings(domain: string): boolean {
  const name = domain.replace(/^\./, '');
  if (ADDRESS.test(name) || LOCAL.test(name)) return false;
  const labels = name.split('.');
  if (labels.length < 2 || labels.includes('')) return false;
  if (name !== domain || labels.length === 2) return true;
  const [, second = '', top = ''] = labels;
  return labels.length === 3 && top.length === 2 && SECOND_LEVELS.has(second);
}

/** Names of this machine, of a local network, or of a cluster (RFC 6761, RFC 6762, RFC 8375; Docker's and Kubernetes' own). */
const NEAR = /(?:^|\.)(?:localhost|localdomain|local|test|invalid|internal|lan|intranet|corp|home|arpa|svc|docker|consul|mesh)$/i;

/** Loopback, link-local and private addresses (RFC 1122 section 3.2.1.3, RFC 3927, RFC 1918, RFC 6598). */
const NEAR_ADDRESS = /^(?:0\.0\.0\.0|127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|100\.(?:6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/;

/**
 * Whether a host is reached over networks that others run: a full name or public address. Not this machine, a private
 * address, a name without a dot (a service of a cluster), or one that only a local network knows.
 */
export function isRemoteHost(host: string): boolean {
  if (host.startsWith('[') || host.includes('*')) return false;
  return host.includes('.') && !NEAR.test(host) && !/\.svc\./i.test(host) && !NEAR_ADDRESS.test(host);
}

/** The parts of an address that begins a text: `http`, `example.com` of `http://example.com:8080/keys`. */
export function addressParts(text: string): { readonly scheme: string; readonly host: string } | undefined {
  const [, scheme, host] = /^([a-z][a-z\d+.-]*):\/\/(?:[^/@?#\s]*@)?(\[[^\]]*\]|[\w.-]+)(?::\d*)?(?=[/?#]|$)/i.exec(text) ?? [];
  return scheme === undefined || host === undefined ? undefined : { scheme: scheme.toLowerCase(), host };
}
