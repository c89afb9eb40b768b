import { describe } from 'vitest';
import { table } from '../../support/table.js';

const from = (text: string, imports: string, expression = 'x') => ({ 'main.ts': `${imports} use(${expression});`, 'lib.ts': text });

describe('ES modules', () => {
  table([
    ['a named import', from('export const x = 1;', 'import { x } from "./lib";'), '1'],
    ['a renamed import', from('export const y = 1;', 'import { y as x } from "./lib";'), '1'],
    ['a renamed export', from('const y = 1; export { y as x };', 'import { x } from "./lib";'), '1'],
    ['a string name', from('const y = 1; export { y as "an x" };', 'import { "an x" as x } from "./lib";'), '1'],
    ['a default expression', from('export default 1;', 'import x from "./lib";'), '1'],
    ['a default by name', from('export default 1;', 'import { default as x } from "./lib";'), '1'],
    ['a default function', from('export default function () { return 1; }', 'import x from "./lib";', 'x()'), '1'],
    ['a default class', from('export default class A { static y = 1; }', 'import X from "./lib";', 'X.y'), '1'],
    ['a default identifier', from('const y = 1; export default y;', 'import x from "./lib";'), '1'],
    ['a namespace', from('export const y = 1;', 'import * as x from "./lib";', 'x.y'), '1'],
    ['the default of a namespace', from('export default 1;', 'import * as x from "./lib";', 'x.default'), '1'],
    ['a destructured namespace', from('export const y = 1;', 'import * as ns from "./lib"; const { y: x } = ns;'), '1'],
    ['a destructuring export', from('export const { y: x } = { y: 1 };', 'import { x } from "./lib";'), '1'],
    ['an enum', from('export enum E { A = "a" }', 'import { E } from "./lib";', 'E.A'), '"a"'],
    ['what is not exported', from('const x = 1;', 'import { x } from "./lib";'), 'unknown'],
    ['a file that is not there', { 'main.ts': 'import { x } from "./lib"; use(x);' }, 'unknown'],
    ['a spread namespace', from('export const a = 1; export default 2;', 'import * as ns from "./lib";', '({ ...ns }).a'), '1'],
    ['a dynamic import', from('export const y = 1;', 'const { y: x } = await import("./lib");'), '1'],
    ['the default of a dynamic import', from('export default 1;', 'const x = (await import("./lib")).default;'), '1'],
    ['a dynamic import of a computed name', from('export const y = 1;', 'const x = (await import(name)).y;'), 'unknown'],
  ]);
});

describe('barrels', () => {
  const barrel = (text: string, imports = 'import { x } from "./barrel";', expression = 'x') => ({
    'main.ts': `${imports} use(${expression});`,
    'barrel.ts': text,
    'a.ts': 'export const x = 1; export default 10;',
    'b.ts': 'export const x = 2; export const y = 3;',
  });
  table([
    ['re-export a name', barrel('export { x } from "./a";'), '1'],
    ['rename', barrel('export { y as x } from "./b";'), '3'],
    ['re-export a default', barrel('export { default } from "./a";', 'import x from "./barrel";'), '10'],
    ['name a default', barrel('export { default as x } from "./a";'), '10'],
    ['import and export', barrel('import { x } from "./a"; export { x };'), '1'],
    ['re-export all', barrel('export * from "./a";'), '1'],
    ['re-export a namespace', barrel('export * as ns from "./a";', 'import { ns } from "./barrel";', 'ns.x'), '1'],
    ['do not re-export a default with all', barrel('export * from "./a";', 'import x from "./barrel";'), 'unknown'],
    ['let their own name win over a star', barrel('export * from "./a"; export const x = 4;'), '4'],
    ['take the first of two stars', barrel('export * from "./a"; export * from "./b";'), '1'],
    ['look in every star', barrel('export * from "./a"; export * from "./b";', 'import { y as x } from "./barrel";'), '3'],
    ['reach through barrels of barrels', { ...barrel('export * from "./middle";'), 'middle.ts': 'export { y as x } from "./b";' }, '3'],
    ['reach a package', barrel('export { sign as x } from "jsonwebtoken";'), 'jsonwebtoken:sign'],
    ['reach a package through a star', barrel('export * from "jose"; export * from "./a";', 'import { SignJWT } from "./barrel";', 'SignJWT'), 'jose:SignJWT'],
    ['prefer what can be seen to a package\'s star', barrel('export * from "jose"; export * from "./a";'), '1'],
    ['reach what a namespace of theirs exports', barrel('export * from "./a";', 'import * as ns from "./barrel";', 'ns.x'), '1'],
  ]);
});

describe('cycles', () => {
  table([
    ['modules that import each other', {
      'main.ts': 'import { b } from "./b"; export const a = 1; use(b);',
      'b.ts': 'import { a } from "./main"; export const b = a + 1;',
    }, '2'],
    ['stars that lead in a circle', {
      'main.ts': 'import { x, y } from "./a"; use(x); use(y);',
      'a.ts': 'export * from "./b"; export * from "./c"; export * from "./a";',
      'b.ts': 'export * from "./a"; export * from "./c"; export const y = 1;',
      'c.ts': 'export * from "./a"; export * from "./b";',
    }, 'unknown; 1'],
    ['re-exports that lead in a circle', {
      'main.ts': 'import { x } from "./a"; use(x);',
      'a.ts': 'export { x } from "./b";',
      'b.ts': 'export { x } from "./a";',
    }, 'unknown'],
    ['imports that are exported in a circle', {
      'main.ts': 'import { x } from "./a"; use(x);',
      'a.ts': 'import { x } from "./b"; export { x };',
      'b.ts': 'import { x } from "./a"; export { x };',
    }, 'unknown'],
    ['values that need each other', {
      'main.ts': 'import { b } from "./b"; export const a = b + 1; use(a);',
      'b.ts': 'import { a } from "./main"; export const b = a + 1;',
    }, '+(+(unknown, 1), 1)'],
    ['a module that imports itself', 'import * as me from "./main"; export const a = 1; use(me.a);', '1'],
  ]);
});

describe('CommonJS', () => {
  const js = (text: string, imports: string, expression = 'x') => ({ 'main.js': `${imports} use(${expression});`, 'lib.js': text });
  table([
    ['exports.x', js('exports.x = 1;', 'const { x } = require("./lib");'), '1'],
    ['module.exports.x', js('module.exports.x = 1;', 'const { x } = require("./lib");'), '1'],
    ['module.exports = {…}', js('const y = 1; module.exports = { x: y };', 'const { x } = require("./lib");'), '1'],
    ['module.exports = value', js('module.exports = 1;', 'const x = require("./lib");'), '1'],
    ['module.exports = function', js('module.exports = function () { return 1; };', 'const x = require("./lib");', 'x()'), '1'],
    ['module.exports = function, with members', js('module.exports = f; module.exports.y = 2; function f() { return 1; }',
      'const x = require("./lib");', '[x(), x.y]'), '[1, 2]'],
    ['module.exports = class, with members', js('module.exports = class A { z = 1 }; module.exports.y = 2;',
      'const X = require("./lib");', '[new X().z, X.y]'), '[1, 2]'],
    ['exports = module.exports = {…}', js('exports = module.exports = { x: 1 };', 'const { x } = require("./lib");'), '1'],
    ['exports.x = exports.y = value', js('exports.x = exports.y = 1;', 'const { y: x } = require("./lib");'), '1'],
    ['const api = module.exports = {…}', js('const api = (module.exports = { x: 1 });', 'const x = require("./lib").x;'), '1'],
    ['a compiler\'s exports.x = void 0', js('exports.x = void 0; exports.x = 1;', 'const { x } = require("./lib");'), '1'],
    ['require().x', js('exports.x = 1;', 'const x = require("./lib").x;'), '1'],
    ['a renamed destructured require', js('exports.y = 1;', 'const { y: x } = require("./lib");'), '1'],
    ['a member of a required module', js('exports.y = { z: 1 };', 'const lib = require("./lib");', 'lib.y.z'), '1'],
    ['a module that exports a required one', { ...js('module.exports = require("./b");', 'const { x } = require("./lib");'), 'b.js': 'exports.x = 1;' }, '1'],
    ['a module that spreads required ones', {
      ...js('module.exports = { ...require("./b"), ...require("./c"), y: 3 };', 'const { x, y, z } = require("./lib");', '[x, y, z]'),
      'b.js': 'exports.x = 1; exports.y = 2;', 'c.js': 'module.exports = { z: 4 };',
    }, '[1, 3, 4]'],
    ['a default import', js('module.exports = { y: 1 };', 'import x from "./lib";', 'x.y'), '1'],
    ['a default import of assigned exports', js('exports.y = 1;', 'import x from "./lib";', 'x.y'), '1'],
    ['a default import of compiled code', js('exports.default = 1;', 'import x from "./lib";'), '1'],
    ['a named import', js('module.exports = { x: 1 };', 'import { x } from "./lib";'), '1'],
    ['a namespace import', js('module.exports = { y: 1 };', 'import * as x from "./lib";', '[x.y, x.default.y]'), '[1, 1]'],
    ['a dynamic import', js('module.exports = { y: 1 };', 'const x = await import("./lib");', '[x.y, x.default.y]'), '[1, 1]'],
    ['the default of a required ES module', js('export default 1;', 'const x = require("./lib").default;'), '1'],
    ['import x = require()', { 'main.ts': 'import x = require("./lib"); use(x.y);', 'lib.ts': 'export = { y: 1 };' }, '1'],
    ['export = function', { 'main.ts': 'import x from "./lib"; use(x());', 'lib.ts': 'export = f; function f() { return 1; }' }, '1'],
    ['a local `require`', js('exports.x = 1;', 'function require() { return { x: 2 }; } const { x } = require("./lib");'), '2'],
    ['a module\'s own exports', 'exports.a = 1; use(exports.a);', '1'],
    ['a module\'s own module.exports', { 'main.js': 'module.exports = { a: 1 }; use(module.exports.a);' }, '1'],
    ['what is not there in an exported object', js('module.exports = { y: 1 };', 'const { x } = require("./lib");'), 'absent'],
  ]);
});

describe('JSON', () => {
  const json = (imports: string, expression = 'x', value: unknown = { a: { b: [1, 'two'] }, c: null }) => ({
    'main.ts': `${imports} use(${expression});`, 'config.json': JSON.stringify(value),
  });
  table([
    ['a default import', json('import x from "./config.json";', 'x.a.b[1]'), '"two"'],
    ['a named import', json('import { a } from "./config.json";', 'a.b[0]'), '1'],
    ['a namespace', json('import * as x from "./config.json";', '[x.a.b[0], x.default.a.b[0]]'), '[1, 1]'],
    ['require', json('const x = require("./config.json").a.b[0];'), '1'],
    ['null', json('import x from "./config.json";', 'x.c'), 'null'],
    ['what is not there', json('import x from "./config.json";', 'x.d'), 'absent'],
    ['a spread', json('import x from "./config.json";', '({ ...x, d: 1 })', { a: 1 }), '{a: 1, d: 1}'],
    ['a scalar', json('import x from "./config.json";', 'x', 'text'), '"text"'],
  ]);
});

describe('packages', () => {
  table([
    ['a named import', 'import { sign as x } from "jsonwebtoken"; use(x);', 'jsonwebtoken:sign'],
    ['a default import', 'import jwt from "jsonwebtoken"; use(jwt.sign);', 'jsonwebtoken:sign'],
    ['a namespace import', 'import * as jwt from "jsonwebtoken"; use(jwt.sign);', 'jsonwebtoken:sign'],
    ['the default of a namespace', 'import * as jwt from "jsonwebtoken"; use(jwt.default.sign);', 'jsonwebtoken:sign'],
    ['require', 'const jwt = require("jsonwebtoken"); use(jwt.sign);', 'jsonwebtoken:sign'],
    ['a destructured require', 'const { sign: x } = require("jsonwebtoken"); use(x);', 'jsonwebtoken:sign'],
    ['a subpath', 'import { x } from "jose/jwt/sign"; use(x);', 'jose/jwt/sign:x'],
    ['a built-in module', 'import { randomBytes } from "crypto"; use(randomBytes);', 'node:crypto:randomBytes'],
    ['a dynamic import', 'const { sign } = await import("jsonwebtoken"); use(sign);', 'jsonwebtoken:sign'],
    ['an instance', 'import { SignJWT } from "jose"; use(new SignJWT({}).setSubject);', 'jose:SignJWT#.setSubject'],
    ['a result', 'import express from "express"; use(express().get);', 'express:().get'],
  ]);
});
