import { describe, expect, it } from 'vitest';
import { absent, known, union, unknown, type Value } from '../../../src/analysis/evaluate/values.js';
import { leastBytes } from '../../../src/analysis/questions/payload-bytes.js';

const at = { file: 'a.ts', range: [0, 0] } as const;
const scalar = (value: string | number | boolean | null): Value => known(at, value);
const object = (members: Readonly<Record<string, Value>>): Value => ({ kind: 'object', at, members: new Map(Object.entries(members)) });
const list = (...elements: readonly Value[]): Value => ({ kind: 'array', at, elements });

describe('the bytes of a payload', () => {
  it.each([
    { sub: 'é"1', admin: true, level: 12, none: null },
    { nested: { list: ['a', 'b', 3] }, empty: [], deep: { deeper: {} } },
  ])('are those of its JSON text: %j', (payload) => {
    expect(leastBytes(valueOf(payload))).toBe(Buffer.byteLength(JSON.stringify(payload)));
  });

  it('leave out what is not known or not there', () => {
    const payload = object({ sub: unknown(at, 'somebody'), role: absent(at), typ: scalar('access') });
    expect(leastBytes(payload)).toBe('{"typ":"access"}'.length);
  });

  it('count the known parts of a text, and of alternatives the shortest', () => {
    expect(leastBytes({ kind: 'text', at, parts: ['user:', unknown(at, 'id')] })).toBe('"user:"'.length);
    const either = union(at, [{ value: list(scalar('a')) }, { value: scalar('longer than that') }]);
    expect(leastBytes(either)).toBe('["a"]'.length);
  });
});

function valueOf(json: unknown): Value {
  if (Array.isArray(json)) return list(...json.map(valueOf));
  if (typeof json !== 'object' || json === null) return scalar(json as string | number | boolean | null);
  return object(Object.fromEntries(Object.entries(json).map(([name, member]) => [name, valueOf(member)])));
}
