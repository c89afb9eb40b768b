import { describe, expect, it } from 'vitest';
import type { OperationOf } from '../../../src/analysis/operations/operations.js';
import { show } from '../../support/ask.js';
import type { Files } from '../../support/memory-host.js';
import { operationsIn } from '../../support/operations.js';

const LIB = 'import jwt from "jsonwebtoken"; export function issue(payload, secret) { return jwt.sign(payload, secret); }';

/** Each token that is issued: its key, and the calls that lead there from the wrapper outwards. */
function issued(files: Files, editor?: true): string[] {
  return operationsIn(files, { versions: { jsonwebtoken: '9.0.2' }, ...(editor ? { editor } : {}) })
    .filter((one): one is OperationOf<'token.issue'> => one.kind === 'token.issue')
    .map(({ key, callers }) => [show(key), ...callers.map(({ file, range: [start, end] }) => `${file} ${files[file]?.slice(start, end) ?? ''}`)].join(' < '));
}

describe('the callers of a wrapper', () => {
  const cases: readonly (readonly [string, Files, readonly string[]])[] = [
    ['nobody', { 'lib.ts': LIB }, ['param secret']],
    ['its own file', { 'lib.ts': `${LIB} issue({}, "x");` }, ['"x" < lib.ts issue']],
    ['another file', { 'lib.ts': LIB, 'main.ts': 'import { issue } from "./lib"; issue({}, "x");' }, ['"x" < main.ts issue']],
    ['several', { 'lib.ts': LIB, 'main.ts': 'import { issue } from "./lib"; issue({}, "x"); issue({}, process.env.S);' },
      ['"x" < main.ts issue', 'env S < main.ts issue']],
    ['under another name', { 'lib.ts': LIB, 'main.ts': 'import { issue as make } from "./lib"; make({}, "x");' }, ['"x" < main.ts make']],
    ['through a namespace', { 'lib.ts': LIB, 'main.ts': 'import * as lib from "./lib"; lib.issue({}, "x");' }, ['"x" < main.ts issue']],
    ['through a barrel', { 'lib.ts': LIB, 'index.ts': 'export * from "./lib";', 'main.ts': 'import { issue } from "./index"; issue({}, "x");' }, ['"x" < main.ts issue']],
    ['through a barrel that renames', { 'lib.ts': LIB, 'index.ts': 'export { issue as make } from "./lib";', 'main.ts': 'import { make as m } from "./index"; m({}, "x");' },
      ['"x" < main.ts m']],
    ['through a barrel that imports and exports', { 'lib.ts': LIB, 'index.ts': 'import { issue } from "./lib"; export { issue as make };', 'main.ts': 'import { make } from "./index"; make({}, "x");' },
      ['"x" < main.ts make']],
    ['of a default export', { 'lib.ts': 'import jwt from "jsonwebtoken"; export default (secret) => jwt.sign({}, secret);', 'main.ts': 'import make from "./lib"; make("x");' },
      ['"x" < main.ts make']],
    ['of a name that is exported as default', { 'lib.ts': 'import jwt from "jsonwebtoken"; const issue = (secret) => jwt.sign({}, secret); export default issue;', 'main.ts': 'import make from "./lib"; make("x");' },
      ['"x" < main.ts make']],
    ['of an object\'s method', { 'lib.ts': 'import jwt from "jsonwebtoken"; export const tokens = { issue: (secret) => jwt.sign({}, secret) };', 'main.ts': 'import { tokens } from "./lib"; tokens.issue("x");' },
      ['"x" < main.ts issue']],
    ['of an instance\'s method', { 'lib.ts': 'import jwt from "jsonwebtoken"; export class Tokens { issue(secret) { return jwt.sign({}, secret); } }', 'main.ts': 'import { Tokens } from "./lib"; new Tokens().issue("x");' },
      ['"x" < main.ts issue']],
    ['of an injected class\'s method', { 'lib.ts': 'import jwt from "jsonwebtoken"; export class Tokens { issue(secret) { return jwt.sign({}, secret); } }',
      'main.ts': 'import { Tokens } from "./lib"; class A { constructor(private tokens: Tokens) {} f() { return this.tokens.issue("x"); } }' }, ['"x" < main.ts issue']],
    ['of a constructor', { 'lib.ts': 'import jwt from "jsonwebtoken"; export class Tokens { constructor(private secret) {} issue() { return jwt.sign({}, this.secret); } }',
      'main.ts': 'import { Tokens } from "./lib"; new Tokens("x");' }, ['"x" < main.ts Tokens']],
    ['of CommonJS exports', { 'lib.js': 'const jwt = require("jsonwebtoken"); exports.issue = (secret) => jwt.sign({}, secret);', 'main.js': 'const { issue } = require("./lib"); issue("x");' },
      ['"x" < main.js issue']],
    ['of module.exports under another name', { 'lib.js': 'const jwt = require("jsonwebtoken"); function sign(secret) { return jwt.sign({}, secret); } module.exports = { issue: sign };', 'main.js': 'const lib = require("./lib"); lib.issue("x");' },
      ['"x" < main.js issue']],
    ['of a function that is the module', { 'lib.js': 'const jwt = require("jsonwebtoken"); module.exports = (secret) => jwt.sign({}, secret);', 'main.js': 'const make = require("./lib"); make("x");' },
      ['"x" < main.js make']],
    ['of a named function that is the module', { 'lib.js': 'const jwt = require("jsonwebtoken"); function issue(secret) { return jwt.sign({}, secret); } module.exports = issue;', 'main.js': 'const make = require("./lib"); make("x");' },
      ['"x" < main.js make']],
    ['of its wrapper', { 'lib.ts': LIB, 'mid.ts': 'import { issue } from "./lib"; export const make = (secret) => issue({}, secret);', 'main.ts': 'import { make } from "./mid"; make("x");' },
      ['"x" < mid.ts issue < main.ts make']],
    ['of itself', { 'lib.ts': 'import jwt from "jsonwebtoken"; export function issue(secret, n) { if (n > 0) return issue(secret, n - 1); return jwt.sign({}, secret); } issue("x", 1);' },
      ['"x" < lib.ts issue < lib.ts issue', '"x" < lib.ts issue']],
    ['a default parameter', { 'lib.ts': 'import jwt from "jsonwebtoken"; const issue = (payload, secret = "d") => jwt.sign(payload, secret); issue({}); issue({}, "x");' },
      ['"d" < lib.ts issue', '"x" < lib.ts issue']],
    ['spread arguments', { 'lib.ts': `${LIB} const args = [{}, "x"]; issue(...args); issue(...others);` }, ['"x" < lib.ts issue', 'unknown < lib.ts issue']],
    ['who calls something else of that name', { 'lib.ts': LIB, 'main.ts': 'import { issue } from "other"; issue({}, "x");' }, ['param secret']],
  ];

  it.each(cases)('%s', (_, files, expected) => {
    expect(issued(files).sort()).toEqual([...expected].sort());
  });

  it('are not seen from one file', () => {
    expect(issued({ 'lib.ts': LIB, 'main.ts': 'import { issue } from "./lib"; issue({}, "x");' }, true)).toEqual(['param secret']);
  });
});

it('follows a bounded number of the chains that lead to one operation', () => {
  const many = (name: string): string => `${name}("x"); `.repeat(60);
  // 60 × 60 × 60 chains.
  const text = `import jwt from "jsonwebtoken"; const a = (secret) => jwt.sign({}, secret);
    const b = (secret) => { ${'a(secret); '.repeat(60)} }; const c = (secret) => { ${'b(secret); '.repeat(60)} }; ${many('c')}`;
  const found = issued({ 'main.ts': text });
  expect(found.length).toBeGreaterThan(0);
  expect(found.length).toBeLessThanOrEqual(400);
});
