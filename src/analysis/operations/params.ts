import type { Param, Value } from '../evaluate/values.js';

/** Values within values that are looked at. */
const MAX_PARTS = 500;

/** The values that another value is made of, itself included: parts, members, arguments, receivers, fallbacks, what a duration is computed from. */
export function* partsOf(value: Value): Generator<Value> {
  const queue: Value[] = [value];
  const seen = new Set<Value>();
  for (let index = 0; index < queue.length && index < MAX_PARTS; index++) {
    const current = queue[index];
    if (current === undefined || seen.has(current)) continue;
    seen.add(current);
    yield current;
    queue.push(...directParts(current));
  }
}

function directParts(value: Value): readonly Value[] {
  switch (value.kind) {
    case 'text':
      return value.parts.filter((part) => typeof part !== 'string');
    case 'object':
      return [...value.members.values(), ...(value.open ?? [])];
    case 'array':
      return value.elements;
    case 'union':
      return value.members.map((member) => member.value);
    case 'derived':
      return value.operands;
    case 'env':
      return value.fallback === undefined ? [] : [value.fallback];
    case 'external':
      return [...(value.call?.args ?? []), ...(value.receiver === undefined ? [] : [value.receiver])];
    case 'unknown':
      // A length of time in a unit.
      return value.written === undefined ? [] : [value.written.value];
    default:
      return [];
  }
}

/** The parameters that a value depends on, those included that may bring it along: `verify(token, key, { ...options })`. */
export function paramsIn(value: Value): readonly Param[] {
  const result: Param[] = [];
  for (const part of partsOf(value)) {
    if (part.kind === 'param') result.push(part);
    if (part.kind === 'unknown') result.push(...(part.hiddenBy ?? []).filter((source) => source.kind === 'param'));
  }
  return result;
}
