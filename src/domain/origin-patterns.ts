/** What an attacker puts before or after a name, and in place of a dot that is a pattern's wildcard. */
const FOREIGN = 'attacker';

/**
 * An origin that others can have and a pattern for origins accepts all the same: `https://attackerexample.com` of
 * `/example\.com$/`. `undefined` where none is found, and of a text that is no pattern.
 *
 * @param text a regular expression as it is written, with slashes and flags
 */
export function foreignOriginFor(text: string): string | undefined {
  const pattern = patternOf(text);
  if (pattern === undefined) return undefined;
  const hosts = [`${FOREIGN}.example`, ...hostsIn(pattern.source).flatMap(lookalikes)];
  // Without `g` and `y` a pattern keeps no state between tests.
  return hosts.flatMap((host) => [`https://${host}`, `http://${host}`]).find((origin) => pattern.test(origin));
}

function patternOf(text: string): RegExp | undefined {
  const [, source, flags] = /^\/(.+)\/([a-z]*)$/s.exec(text) ?? [];
  if (source === undefined || flags === undefined) return undefined;
  try {
    return new RegExp(source, flags.replaceAll(/[gy]/g, ''));
  } catch {
    return undefined;
  }
}

/** A host that a pattern spells out; `*` where it has a dot that stands for any character. */
function hostsIn(source: string): string[] {
  const spelt = source
    // Whatever is repeated, optional, a class or an escape other than of a dot or hyphen ends a run.
    .replaceAll(/\[[^\]]*\][*+?]?|\{[^}]*\}|\\\.[*+?]|(?:\\?.)[*+?]/g, ' ')
    .replaceAll(/\\\.|\\[^.]|\./g, (part) => (part === '\\.' ? '\0' : part === '.' ? '*' : part === '\\-' ? '-' : ' '))
    .replaceAll('\0', '.');
  const runs = spelt.split(/[^\w.*-]+/).map((run) => run.replace(/^[.*-]+|[.*-]+$/g, ''));
  return runs.filter((run) => run === 'localhost' || /[\w-][.*][\w-]/.test(run));
}

/** Names that others can register and that look like this one to a careless pattern. */
function lookalikes(host: string): string[] {
  const plain = host.replaceAll('*', '.');
  // The last label is no name of its own: `example.com` is not `examplexcom`.
  const replaceable = [...host.matchAll(/\*/g)].filter(({ index }) => plain.includes('.', index + 1));
  const substituted = replaceable.map(({ index }) => `${plain.slice(0, index)}x${plain.slice(index + 1)}`);
  const joined = plain.includes('.') ? [`${FOREIGN}${plain}`] : [];
  return [...joined, `${plain}.${FOREIGN}.example`, ...substituted];
}
