/** One path or several, as models say it, as a list. */
export function pathsOf(path: string | readonly string[]): readonly string[] {
  return typeof path === 'string' ? [path] : path;
}

/** The last member of a path: `sign` of `SignJWT#.sign`, `register` of `JwtModule.register()`. */
export function lastName(path: string): string {
  return path.slice(path.lastIndexOf('.') + 1).replace(/[()#[\]]+$/, '');
}

/** Adds to the list that a map has under a key. */
export function add<Key, Item>(map: Map<Key, Item[]>, key: Key, item: Item): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [item]);
  else list.push(item);
}

const NAME = '[^.()#\\[\\]]+';

/** A path with `*` as exactly one member name, and `.**` as any number of method calls. */
export function patternOf(path: string): RegExp {
  const parts = path.split('.**').map((part) => part.split('*').map(escaped).join(NAME));
  return new RegExp(`^${parts.join(`(?:\\.${NAME}\\(\\))*`)}$`);
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
