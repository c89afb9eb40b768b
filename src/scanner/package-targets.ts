import { isObject, type JsonObject } from '../packages/json.js';

/**
 * Paths that a package.json's `exports` or `imports` names for a key, best first: every condition's target in the order
 * written, type declarations last. Node.js picks one by condition; here the first whose source exists is wanted.
 *
 * @param map the field's value
 * @param key `.`, `./sub/path` or `#name`
 * @returns `undefined` when the map has no entry for the key
 */
export function mappedTargets(map: unknown, key: string): string[] | undefined {
  const entries = isSubpathMap(map) ? map : { '.': map };
  const direct = entries[key];
  if (direct !== undefined && !key.includes('*')) return leaves(direct);
  // Node.js: the pattern with the longest text before its `*` wins.
  const patterns = Object.keys(entries).filter((pattern) => pattern.includes('*'));
  patterns.sort((a, b) => b.indexOf('*') - a.indexOf('*') || b.length - a.length);
  for (const pattern of patterns) {
    const star = pattern.indexOf('*');
    const [before, after] = [pattern.slice(0, star), pattern.slice(star + 1)];
    if (key.length < pattern.length || !key.startsWith(before) || !key.endsWith(after)) continue;
    const matched = key.slice(before.length, key.length - after.length);
    return leaves(entries[pattern]).map((target) => target.replaceAll('*', () => matched));
  }
  return undefined;
}

/** Entry points that a package.json without `exports` names, best first. */
export function entryTargets(manifest: JsonObject): string[] {
  const fields = ['source', 'main', 'module', 'types', 'typings'].map((field) => manifest[field]);
  return fields.filter((field) => typeof field === 'string');
}

function isSubpathMap(map: unknown): map is JsonObject {
  return isObject(map) && Object.keys(map).some((key) => key.startsWith('.') || key.startsWith('#'));
}

function leaves(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (Array.isArray(value)) return (value as readonly unknown[]).flatMap(leaves);
  if (!isObject(value)) return [];
  const conditions = Object.keys(value).filter((condition) => !condition.startsWith('types'));
  const types = Object.keys(value).filter((condition) => condition.startsWith('types'));
  return [...conditions, ...types].flatMap((condition) => leaves(value[condition]));
}
