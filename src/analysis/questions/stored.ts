import { unconverted } from '../operations/conversions.js';
import { alternatives, type Value } from '../evaluate/values.js';

/** A value that a text carries, and the member name that it has there. */
export interface Stored {
  readonly value: Value;
  readonly name?: string;
}

/** Calls that write a value as text. */
const WRITERS = new Set(['JSON.stringify()', 'encodeURIComponent()', 'encodeURI()', 'escape()']);

/** Objects in objects that are looked into. */
const MAX_NESTING = 4;

/** What a stored text is made of: `JSON.stringify({ user, token })` carries both members, a template its holes. */
export function storedValues(value: Value, level = 0): Stored[] {
  if (level > MAX_NESTING) return [];
  return alternatives(unconverted(value).value).flatMap(({ value: one }) => {
    switch (one.kind) {
      case 'text':
        return one.parts.flatMap((part) => (typeof part === 'string' ? [] : storedValues(part, level + 1)));
      case 'object': {
        const members = [...one.members].flatMap(([name, member]) =>
          storedValues(member, level + 1).map((inner) => ({ name, ...inner })));
        return [...members, ...(one.open ?? []).flatMap((part) => storedValues(part, level + 1))];
      }
      case 'array':
        return one.elements.flatMap((element) => storedValues(element, level + 1));
      case 'external': {
        const [written] = one.package === 'global' && WRITERS.has(one.path) ? (one.call?.args ?? []) : [];
        return written === undefined ? [{ value: one }] : storedValues(written, level + 1);
      }
      default:
        return [{ value: one }];
    }
  });
}

/** Operators whose result is true or false. */
const COMPARISONS = new Set(['!', 'boolean', '===', '!==', '==', '!=', '<', '>', '<=', '>=', 'in', 'instanceof']);

/** Nobody's secret: a literal, a time, a number, true or false. */
export function isPlain(value: Value): boolean {
  return ['known', 'absent', 'time', 'regexp', 'function'].includes(value.kind) ||
    (value.kind === 'derived' && (COMPARISONS.has(value.operator) || value.operator === 'number'));
}

/** `ACCESS_TOKEN_KEY` is the key of an access token; a name with the word in it is otherwise none. */
export function withoutKey(name: string): string {
  return name.replace(/_?(?:storage|store|cookie)?_?(?:key|name)$/i, '');
}
