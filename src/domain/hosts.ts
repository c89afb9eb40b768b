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
