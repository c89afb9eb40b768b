import { describe, expect, it } from 'vitest';
import { Mask } from '../../src/scanner/mask.js';

const none = new Mask([], () => undefined);

describe('Mask', () => {
  it('hides a known secret wherever it stands and keeps offsets', () => {
    const text = `sign(x, 'shhh-secret')\r\nlog("shhh-secret")`;
    const mask = new Mask([{ file: 'a.ts', range: [8, 21] }], () => text);
    expect(mask.source('a.ts', text)).toBe(`sign(x, '***********')\r\nlog("***********")`);
    expect(mask.source('b.ts', `let a = 'shhh-secret'`)).toBe(`let a = '***********'`);
    expect(mask.prose('the key shhh-secret')).toBe('the key ***********');
  });

  it('leaves the words of a sentence alone where a secret is one of them', () => {
    const text = `sign(x, 'secret'); sign(y, 'secret-two')`;
    const mask = new Mask([{ file: 'a.ts', range: [8, 16] }, { file: 'a.ts', range: [27, 39] }], () => text);
    expect(mask.prose('The secret that signs the tokens. Try out secrets. The value is secret-two'))
      .toBe('The secret that signs the tokens. Try out secrets. The value is **********');
    expect(mask.prose('`secret` is the secret, `a secret` another')).toBe('`******` is the secret, `a ******` another');
    expect(mask.source('a.ts', text)).toBe(`sign(x, '******'); sign(y, '**********')`);
  });

  it('hides a short secret in its own place only', () => {
    const mask = new Mask([{ file: 'a.ts', range: [0, 5] }], () => `'abc' abc`);
    expect(mask.source('a.ts', `'abc' abc`)).toBe(`'***' abc`);
  });

  it.each([
    [`clientSecret: 'abc'`, `clientSecret: '***'`],
    [`const API_KEY = "k-1"`, `const API_KEY = "***"`],
    [`'db-password': 'pw'`, `'db-password': '**'`],
    [`let apiKey: string = 'k'`, `let apiKey: string = '*'`],
    [`"db": { "pass": "abc" }`, `"db": { "pass": "***" }`],
    [`process.env.JWT_SECRET || 'dev'`, `process.env.JWT_SECRET || '***'`],
    [`localStorage.setItem('access_token', 'abc')`, `localStorage.setItem('access_token', '***')`],
    [`const TOKEN_KEY = 'access_token'`, `const TOKEN_KEY = 'access_token'`],
    [`bypass: 'ok', compass = 'n'`, `bypass: 'ok', compass = 'n'`],
    [`x('sk_live_12345678abcd')`, `x('********************')`],
    [`url('redis://user:hunter2@host')`, `url('redis://user:*******@host')`],
    ['process.env.SECRET ?? null', 'process.env.SECRET ?? null'],
    ['sign(x, `${prefix}Qw3rtyUi0pAsd9fGhjKl`)', 'sign(x, `${prefix}********************`)'],
    [`digest === '00ff00ff00ff00ff00ff00ff00ff00ff'`, `digest === '********************************'`],
    [`import('./views/UserSettings2/IndexPage')`, `import('./views/UserSettings2/IndexPage')`],
    [`'https://example.com:8080/a@b'`, `'https://example.com:8080/a@b'`],
  ])('hides what looks like a secret in the context of a frame: %s', (text, masked) => {
    expect(none.source('a.ts', text)).toBe(masked);
  });

  it('shows no lines of an env file that may be the rest of a value', () => {
    const text = 'A="begun\r\n  the rest\r\n# A comment\r\n\r\nB: x\nC=1';
    const setting = (name: string, from: number, to: number) => ({ name, nameRange: [from - 2, from - 1], range: [from, to], value: '' }) as const;
    const mask = new Mask([], () => text, new Map([['.env', { source: 'env', settings: [setting('A', 2, 8)], comments: [] }]]));
    expect(mask.source('.env', text)).toBe('A=******\r\n**********\r\n# A comment\r\n\r\n****\nC=*');
    expect(none.source('.env', text)).toBe(text);
  });
});
