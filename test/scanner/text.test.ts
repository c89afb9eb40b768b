import { describe, expect, it } from 'vitest';
import { importSpecifiers } from '../../src/ir/specifiers.js';
import { secretVariables } from '../../src/scanner/imports.js';
import { Lines } from '../../src/scanner/lines.js';

describe('Lines', () => {
  it('counts every line end of ECMAScript, from 1', () => {
    const lines = new Lines('ab\ncd\r\nef\rgh\u2028ij');
    const at = (offset: number): string => Object.values(lines.position(offset)).join(':');
    expect([0, 2, 3, 5, 7, 9, 10, 13, 14].map(at)).toEqual(
      ['1:1', '1:3', '2:1', '2:3', '3:1', '3:3', '4:1', '5:1', '5:2'],
    );
  });
});

describe('importSpecifiers', () => {
  it.each([
    [`import a from 'a'`, ['a']],
    [`import"./side-effect.js"`, ['./side-effect.js']],
    [`import {\n  a,\n} from "../b";`, ['../b']],
    [`export * from './c'; export { d } from "./d"`, ['./c', './d']],
    [`const e = require('e'), { f } = require( "f" )`, ['e', 'f']],
    [`await import(/* webpackChunkName: "x" */ './lazy')`, ['./lazy']],
    ['await import(`./plain`); await import(`./${name}`)', ['./plain']],
    [`import x = require('x')`, ['x']],
    [`import type { T } from 't'`, ['t']],
    [`import { a } from '$lib/a'; import { b } from "$env/static/private"`, ['$lib/a', '$env/static/private']],
    [`const important = 'no'; fromage('no')`, []],
  ])('reads %j', (text, specifiers) => {
    expect(importSpecifiers(text)).toEqual(specifiers);
  });

  it('stays fast on text that looks like the beginning of imports', () => {
    const text = 'import '.repeat(100_000) + 'from '.repeat(100_000);
    const start = performance.now();
    expect(importSpecifiers(text)).toEqual([]);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe('secretVariables', () => {
  it.each([
    ['need(process.env.JWT_SECRET, env.JWT_SECRET, "API_KEY_2")', ['JWT_SECRET', 'API_KEY_2']],
    ['const SESSION_PASSWORD = 1; const TOKENS = {}', ['SESSION_PASSWORD', 'TOKENS']],
    ['jwtSecret; JwtSECRET; NODE_ENV; DATABASE_URL', []],
  ])('finds the names in %j', (text, names) => {
    expect(secretVariables(text)).toEqual(names);
  });

  it('takes no longer for a long word than for short ones', () => {
    expect(secretVariables('A'.repeat(1_000_000) + ' SECRET')).toEqual(['SECRET']);
  });
});
