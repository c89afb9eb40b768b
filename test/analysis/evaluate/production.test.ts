import { describe } from 'vitest';
import { table, type Row } from '../../support/table.js';

const test = (condition: string, expected: string): Row => [condition, `use(${condition});`, expected];
const IN_PRODUCTION = 'true@production | false@development';
const IN_DEVELOPMENT = 'false@production | true@development';

describe('conditions on the environment', () => {
  table([
    test('process.env.NODE_ENV === "production"', IN_PRODUCTION),
    test('"production" == process.env.NODE_ENV', IN_PRODUCTION),
    test('process.env.NODE_ENV !== "production"', IN_DEVELOPMENT),
    test('!(process.env.NODE_ENV !== "production")', IN_PRODUCTION),
    test('process.env.NODE_ENV === "development"', IN_DEVELOPMENT),
    test('process.env.NODE_ENV !== "test"', IN_PRODUCTION),
    test('(process.env.NODE_ENV || "development") === "production"', IN_PRODUCTION),
    test('process.env.NODE_ENV?.toLowerCase() === "prod"', IN_PRODUCTION),
    test('["production", "staging"].includes(process.env.NODE_ENV)', IN_PRODUCTION),
    test('["dev", "test"].includes(process.env.APP_ENV)', IN_DEVELOPMENT),
    test('import.meta.env.PROD', IN_PRODUCTION),
    test('import.meta.env.DEV', IN_DEVELOPMENT),
    test('import.meta.env.MODE === "production"', IN_PRODUCTION),
    test('process.env.NODE_ENV === "staging"', '===(env NODE_ENV, "staging")'),
    test('process.env.REGION === "production"', '===(env REGION, "production")'),
    test('process.env.NODE_ENV === "production" && true', 'true@production | false@development'),
    test('process.env.NODE_ENV === "production" ? "a" : "b"', '"a"@production | "b"@development'),
    test('process.env.NODE_ENV === "production" && process.env.TLS ? 1 : 2', '1@production | 2'),
    test('process.env.NODE_ENV === "production" || c ? 1 : 2', '1 | 2@development'),
    test('process.env.NODE_ENV === "production" ? 1 : process.env.NODE_ENV === "test" ? 2 : 3', '1@production | 2@development'),
    test('process.env.NODE_ENV === "production" ? (process.env.NODE_ENV === "production" ? 1 : 2) : 3', '1@production | 3@development'),
    ['a constant of another file', { 'main.ts': 'import { isProd } from "./env"; use({ secure: isProd });', 'env.ts': 'export const isProd = process.env.NODE_ENV === "production";' },
      '{secure: true@production | false@development}'],
    ['a function of another file', { 'main.ts': 'import { isProd } from "./env"; use(!isProd());', 'env.ts': 'export const isProd = () => process.env.NODE_ENV === "production";' },
      'false@production | true@development'],
    ['a configuration', 'const config = { env: process.env.NODE_ENV ?? "development" }; use(config.env === "production");', IN_PRODUCTION],
    ['express', 'import express from "express"; const app = express(); use(app.get("env") === "production");', IN_PRODUCTION],
    ['an early return', 'function f() { if (process.env.NODE_ENV !== "production") return 1; return 2; } use(f());', '1@development | 2@production'],
    ['if and else', 'function f() { if (process.env.NODE_ENV === "production") { return 1; } else { return 2; } } use(f());', '1@production | 2@development'],
    ['an early return under one more condition', 'function f() { if (process.env.NODE_ENV === "production" && c) return 1; return 2; } use(f());', '1@production | 2'],
    ['a switch', 'function f() { switch (process.env.NODE_ENV) { case "production": return 1; case "test": return 2; default: return 3; } } use(f());',
      '1@production | 2@development | 3@development'],
    ['a switch with a default', 'function f() { switch (process.env.NODE_ENV) { case "production": return 1; default: return 2; } } use(f());', '1@production | 2@development'],
    ['an argument', 'const f = (isProd) => { if (isProd) return 1; return 2; }; use(f(process.env.NODE_ENV === "production"));', '1@production | 2@development'],
    ['the same in both', 'use(process.env.NODE_ENV === "production" ? a : a); const a = 1;', '1'],
    ['members that do not depend on it', 'const o = { a: 1, ...(process.env.NODE_ENV === "production" ? { b: 2 } : { b: 3 }) }; use(o);', '{a: 1, b: 2@production | 3@development}'],
  ]);
});
