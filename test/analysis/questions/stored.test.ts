import { describe, expect, it } from 'vitest';
import { isPlain, storedValues } from '../../../src/analysis/questions/stored.js';
import { ask, show } from '../../support/ask.js';

function stored(source: string): string[] {
  return ask(source).values.flatMap((value) =>
    storedValues(value).map((one) => `${one.name === undefined ? '' : `${one.name}=`}${show(one.value)}${isPlain(one.value) ? ' plain' : ''}`));
}

describe('storedValues', () => {
  it('looks into what is stringified, member by member', () => {
    expect(stored('const f = (user, token) => use(JSON.stringify({ user, auth: { token }, at: Date.now() }));')).toEqual([
      'user=param user', 'token=param token', 'at=now+0ms plain',
    ]);
  });

  it('looks into templates and encodings', () => {
    expect(stored('const f = (t) => { use(`Bearer ${t}`); use(btoa(encodeURIComponent(t))); };')).toEqual(['param t', 'param t']);
  });

  it('keeps every alternative', () => {
    expect(stored("const f = (t, x) => use(x ? t : 'none');")).toEqual(['param t', '"none" plain']);
  });
});

describe('isPlain', () => {
  it('is true of comparisons and false of what they compare', () => {
    expect(stored('const f = (t) => { use(t !== null); use(t); };')).toEqual(['!==(param t, null) plain', 'param t']);
  });
});
