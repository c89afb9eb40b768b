import { describe, expect, it } from 'vitest';
import { entropyOf, type Entropy } from '../../../src/analysis/questions/entropy.js';
import { ask } from '../../support/ask.js';

const IMPORTS = `
  import { createHash, createHmac, randomBytes, randomInt, randomUUID } from 'node:crypto';
  import { customAlphabet, nanoid } from 'nanoid';
  import uidSafe from 'uid-safe';
`;

/** The entropy of an expression, alone in a module. */
function entropy(expression: string): Entropy | undefined {
  const { evaluator, values: [value] } = ask(`${IMPORTS} use(${expression});`);
  if (value === undefined) throw new Error('nothing is used');
  return entropyOf(evaluator, value);
}

describe('entropy of an expression', () => {
  it('counts bytes that come as text in characters when they are cut', () => {
    expect(entropy('uidSafe.sync(18)')).toMatchObject({ bits: 144, perUnit: 6, drawn: { perUnit: 8, unit: 'byte' } });
    expect(entropy('uidSafe.sync(18).slice(0, 8)')).toMatchObject({ bits: 48, uncut: 144 });
  });

  it.each([
    ['randomBytes(16)', 128],
    ["randomBytes(16).toString('hex')", 128],
    ['nanoid()', 126],
    ['randomUUID()', 122],
    ["customAlphabet('0123456789abcdef', 10)()", 40],
    ["customAlphabet('0123456789abcdef', 10)(4)", 16],
    ['randomInt(2 ** 20)', 20],
    ['randomInt(1024, 2048)', 10],
    ["String(randomInt(1024)).padStart(6, '0')", 10],
  ])('%s is drawn with %d bits', (expression, bits) => {
    expect(entropy(expression)?.bits).toBeCloseTo(bits, 9);
  });

  it.each([
    ["randomBytes(16).toString('hex').slice(0, 8)", 32],
    ["randomBytes(16).toString('base64url').substring(2, 6)", 24],
    ["randomBytes(16).toString('hex').substr(4, 4)", 16],
    ["randomBytes(16).toString('hex').slice(-4)", 16],
    ["randomBytes(16).toString('hex').slice(30)", 8],
    ['randomBytes(16).subarray(0, 4)', 32],
    ['nanoid().slice(0, 5)', 30],
    ["randomUUID().replaceAll('-', '').slice(0, 8)", 32],
  ])('%s keeps %d bits', (expression, bits) => {
    const found = entropy(expression);
    expect(found?.bits).toBe(bits);
    expect(found?.uncut).toBeGreaterThan(bits);
  });

  it('is not lost by a cut behind its end', () => {
    expect(entropy("randomBytes(4).toString('hex').slice(0, 100)")).toMatchObject({ bits: 32 });
    expect(entropy("randomBytes(4).toString('hex').slice(0, 100)")).not.toHaveProperty('uncut');
  });

  it('adds up over the parts of a text', () => {
    expect(entropy('`key_${nanoid(4)}-${nanoid(6)}`')?.bits).toBe(60);
    expect(entropy("'key_' + nanoid(4) + randomBytes(2).toString('hex')")?.bits).toBe(40);
  });

  it('is not changed by a hash', () => {
    expect(entropy("createHash('sha512').update(randomBytes(4)).digest('hex')")?.bits).toBe(32);
    expect(entropy("createHash('sha512').update('a').update(nanoid(4)).digest('hex').slice(0, 3)")?.bits).toBe(12);
  });

  it('is not known where a part is not', () => {
    expect(entropy('`${nanoid(4)}-${process.argv[2]}`')).toBeUndefined();
    expect(entropy('nanoid(Number(process.argv[2]))')).toBeUndefined();
    expect(entropy("randomBytes(8).toString('utf8')")).toBeUndefined();
    expect(entropy("randomBytes(8).toString('hex').slice(0, process.argv.length)")).toBeUndefined();
    expect(entropy("createHmac('sha256', 'k').update(randomBytes(4)).digest('hex')")).toBeUndefined();
  });
});
