import { describe, expect, it } from 'vitest';
import { parseTs } from '../../src/frontends/tsmorph/parse.js';

describe('a JSON file', () => {
  it('exports its value as a whole, with places', () => {
    const text = '\uFEFF{ "jwt": { "secret": "abc" }, // who\n "ttl": -1 }';
    const result = parseTs('config.json', text);
    const value = 'ir' in result && result.ir.body[0]?.kind === 'export-default' ? result.ir.body[0] : undefined;
    expect(value).toMatchObject({ equals: true, value: { kind: 'object', members: [{ key: 'jwt' }, { key: 'ttl' }] } });
    const [jwt] = value?.value.kind === 'object' ? value.value.members : [];
    expect(jwt).toMatchObject({ value: { members: [{ key: 'secret', value: { kind: 'string', value: 'abc', range: [21, 26] } }] } });
  });

  it.each(['', '{', '{ "a": }'])('that is broken is refused without a word of its text: %j', (text) => {
    expect(parseTs('config.json', text)).toMatchObject({ error: { message: 'The file is not valid JSON' } });
  });
});
