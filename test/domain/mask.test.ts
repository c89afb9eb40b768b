import { describe, expect, it } from 'vitest';
import { mask, maskIn, maskRanges } from '../../src/domain/mask.js';

describe('mask', () => {
  it('says the length only', () => {
    expect(mask('hunter2hunter2ab')).toBe('<16 characters>');
    expect(mask('x')).toBe('<1 character>');
    expect(mask('')).toBe('<empty>');
    expect(mask('🔑🔑')).toBe('<2 characters>');
  });
});

describe('maskIn', () => {
  it('replaces every occurrence and keeps the length', () => {
    const text = `sign(p, 'hunter2'); verify(t, 'hunter2');`;
    const masked = maskIn(text, ['hunter2']);
    expect(masked).toBe(`sign(p, '*******'); verify(t, '*******');`);
    expect(masked).toHaveLength(text.length);
  });

  it('leaves nothing of overlapping secrets', () => {
    expect(maskIn('abcd', ['abc', 'bcd'])).toBe('****');
    expect(maskIn('aaa', ['aa'])).toBe('***');
    expect(maskIn('secret secret-long', ['secret', 'secret-long'])).toBe('****** ***********');
  });

  it('finds the single lines of a key and keeps line breaks', () => {
    const key = '-----BEGIN KEY-----\nMIIabc\n-----END KEY-----\n';
    expect(maskIn('2 | MIIabc', [key])).toBe('2 | ******');
    expect(maskIn(`const k = \`${key}\``, [key])).toBe(`const k = \`${'*'.repeat(19)}\n******\n${'*'.repeat(17)}\n\``);
  });

  it('finds the lines of a secret further in or out, and takes no bracket for one', () => {
    expect(maskIn('(a) => b || c\n  first-line', ['>\n      first-line\n      ||\n  }'])).toBe('(a) => b || c\n  **********');
  });

  it('finds a secret as a literal spells it', () => {
    expect(maskIn(String.raw`k = 'a\nb';`, ['a\nb'])).toBe(`k = '****';`);
    expect(maskIn(String.raw`k = 'it\'s "it"';`, [`it's "it"`])).toBe(`k = '**********';`);
    expect(maskIn(String.raw`k = "say \"x\"";`, ['say "x"'])).toBe('k = "*********";');
  });

  it('takes signs of patterns as they are, and empty secrets for nothing', () => {
    expect(maskIn('a.c abc $& (', ['a.c', '$&', '('])).toBe('*** abc ** *');
    expect(maskIn('text', ['', '\n'])).toBe('text');
    expect(maskIn('text', [])).toBe('text');
  });
});

describe('maskRanges', () => {
  it('masks ranges in any order, within the text', () => {
    expect(maskRanges('0123456789', [[8, 99], [-4, 1], [2, 4], [3, 5]])).toBe('*1***567**');
    expect(maskRanges('a🔑b', [[1, 3]])).toBe('a**b');
  });
});
