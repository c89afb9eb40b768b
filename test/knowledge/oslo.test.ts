import { describe, expect, it } from 'vitest';
import { fieldsOf, operationsIn } from '../support/operations.js';

const OSLO = { versions: { oslo: '1.2.1' } };

describe('oslo/jwt', () => {
  it('counts a lifetime in a span of time', () => {
    const text = `
      import { TimeSpan } from 'oslo';
      import { createJWT } from 'oslo/jwt';
      const week = new TimeSpan(1, 'w');
      createJWT('HS256', key, { sub: id }, { expiresIn: new TimeSpan(15, 'm'), issuer: 'shop' });
      createJWT('ES256', key, { iss: 'shop' }, { expiresIn: week });
    `;
    expect(fieldsOf(operationsIn(text, OSLO), 'token.issue', 'lifetime', 'algorithm', 'issuer')).toEqual([[900, 'HS256', 'shop'], [604_800, 'ES256', 'shop']]);
  });

  it('pins the algorithm, throws, and reads without a check', () => {
    const operations = operationsIn("import { parseJWT, validateJWT as check } from 'oslo/jwt'; await check('HS256', key, token); parseJWT(token);", OSLO);
    expect(fieldsOf(operations, 'token.verify', 'algorithms', 'withoutAlgorithms')).toEqual([['HS256', 'pinned']]);
    expect(operations.map(({ kind, result }) => [kind, result])).toEqual([
      ['token.verify', { promise: true, refusal: 'throws' }],
      ['token.decode', undefined],
    ]);
  });
});
