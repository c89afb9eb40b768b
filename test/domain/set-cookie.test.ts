import { describe, expect, it } from 'vitest';
import { literal, parseSetCookie } from '../../src/domain/set-cookie.js';
import type { Part } from '../../src/domain/set-cookie.js';

/** A tagged template whose expressions are the holes' numbers. */
function cookie(strings: TemplateStringsArray, ...holes: number[]): Part[] {
  return strings.flatMap((text, index) => {
    const hole = holes[index];
    return hole === undefined ? [text] : [text, { hole }];
  });
}

describe('parseSetCookie on literal text', () => {
  it('reads name, value and attributes without regard to case and white space', () => {
    const parsed = parseSetCookie(cookie` sid = abc=def ;PATH=/; \tHttpOnly ;samesite = Lax;Max-Age=60;`);
    expect(parsed.name).toBe('sid');
    expect(parsed.value).toEqual(['abc=def']);
    expect(parsed.valueIsEmpty).toBe(false);
    expect([...parsed.attributes]).toEqual([
      ['path', ['/']],
      ['httponly', true],
      ['samesite', ['Lax']],
      ['max-age', ['60']],
    ]);
    expect(parsed.open).toBe(false);
  });

  it('lets the last of several attributes win', () => {
    expect(parseSetCookie(['a=b; SameSite=None; samesite=Strict']).attributes.get('samesite')).toEqual(['Strict']);
  });

  it('has a flag by its presence, whatever its value', () => {
    const { attributes } = parseSetCookie(['a=b; Secure=false; HttpOnly=']);
    expect(attributes.has('secure')).toBe(true);
    expect(attributes.get('httponly')).toEqual([]);
  });

  it('takes a pair without = for the value of a nameless cookie', () => {
    const parsed = parseSetCookie(['token; Secure']);
    expect(parsed).toMatchObject({ name: '', value: ['token'], open: false });
    expect(parseSetCookie(['=token']).name).toBe('');
    expect(parseSetCookie([])).toMatchObject({ name: '', value: [], valueIsEmpty: true, open: false });
  });

  it('knows an empty value', () => {
    expect(parseSetCookie(['sid=; Max-Age=0']).valueIsEmpty).toBe(true);
    expect(parseSetCookie(['sid=', '  ', '; Max-Age=0']).valueIsEmpty).toBe(true);
    expect(parseSetCookie(['sid=""']).valueIsEmpty).toBe(false);
  });

  it('joins texts that were given in pieces', () => {
    const parsed = parseSetCookie(['si', 'd=a', 'b; Http', 'Only; Path', '=/', 'x']);
    expect(parsed).toMatchObject({ name: 'sid', value: ['ab'] });
    expect([...parsed.attributes]).toEqual([['httponly', true], ['path', ['/x']]]);
  });

  it('ends a quoted value at the semicolon too', () => {
    expect(parseSetCookie(['a="b;c"']).value).toEqual(['"b']);
  });
});

describe('parseSetCookie with holes', () => {
  it('takes a hole in the place of a value for the value', () => {
    const parsed = parseSetCookie(cookie`token=${0}; HttpOnly; Max-Age=${1}`);
    expect(parsed).toMatchObject({ name: 'token', value: [{ hole: 0 }], valueIsEmpty: false, open: false });
    expect(parsed.attributes.get('max-age')).toEqual([{ hole: 1 }]);
    expect(parsed.attributes.has('secure')).toBe(false);
    expect(parseSetCookie(cookie`sid=s:${0}.${1}; Path=/`).open).toBe(false);
  });

  it('has no name where a hole stands in it', () => {
    const whole = parseSetCookie(cookie`${0}=${1}; Path=/`);
    expect(whole).toMatchObject({ nameParts: [{ hole: 0 }], value: [{ hole: 1 }], open: false });
    expect(whole).not.toHaveProperty('name');
    expect(parseSetCookie(cookie`${0}_session=x`).nameParts).toEqual([{ hole: 0 }, '_session']);
  });

  it.each([
    ['a whole attribute', cookie`a=b; ${0}`],
    ['a whole attribute among others', cookie`a=b; ${0}; Path=/`],
    ['an attribute name', cookie`a=b; ${0}=1`],
    ['after a flag', cookie`a=b; HttpOnly${0}`],
    ['after an attribute value', cookie`a=b; SameSite=Lax${0}`],
    ['after a hole in an attribute value', cookie`a=b; Max-Age=${0}${1}`],
    ['after a hole in the value', cookie`a=${0}${1}; Path=/`],
    ['the whole cookie', cookie`${0}`],
    ['a pair without =', cookie`${0}; Secure`],
  ])('is open with a hole for %s', (_, parts) => {
    expect(parseSetCookie(parts).open).toBe(true);
  });

  it('keeps what is written beside an open place', () => {
    const parsed = parseSetCookie(cookie`a=${0}; Secure; ${1}; HttpOnly`);
    expect([...parsed.attributes.keys()]).toEqual(['secure', 'httponly']);
    expect(parseSetCookie(cookie`a=b; SameSite=Lax${0}`).attributes.get('samesite')).toEqual(['Lax', { hole: 0 }]);
  });
});

describe('literal', () => {
  it('is the text, or nothing with a hole', () => {
    expect(literal(['a', 'b'])).toBe('ab');
    expect(literal([])).toBe('');
    expect(literal(['a', { hole: 0 }])).toBeUndefined();
  });
});
