import { alternatives, type Value } from '../evaluate/values.js';

/** Objects in objects; deeper ones count nothing. */
const MAX_NESTING = 8;

/** Bytes that a value takes as JSON text at the least (UTF-8): of what is not known, none. */
export function leastBytes(value: Value, level = 0): number {
  return level > MAX_NESTING ? 0 : Math.min(...alternatives(value).map(({ value: one }) => bytesOf(one, level)));
}

function bytesOf(value: Value, level: number): number {
  switch (value.kind) {
    case 'known':
      return typeof value.value === 'bigint' ? 0 : json(value.value);
    case 'text':
      return 2 + sum(value.parts.map((part) => (typeof part === 'string' ? json(part) - 2 : 0)));
    case 'array':
      return 2 + listed(value.elements.map((element) => leastBytes(element, level + 1)));
    case 'object':
      return 2 + listed([...value.members].flatMap(([name, member]) => {
        const bytes = leastBytes(member, level + 1);
        return bytes === 0 ? [] : [json(name) + 1 + bytes];
      }));
    default:
      return 0;
  }
}

function json(value: string | number | boolean | null): number {
  return Buffer.byteLength(JSON.stringify(value));
}

/** With the commas between. */
function listed(sizes: readonly number[]): number {
  return sum(sizes) + Math.max(0, sizes.length - 1);
}

function sum(sizes: readonly number[]): number {
  return sizes.reduce((total, size) => total + size, 0);
}
