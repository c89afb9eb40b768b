import { describe } from 'vitest';
import { table } from '../../support/table.js';

describe('environment variables', () => {
  table([
    ['a member', 'use(process.env.A);', 'env A'],
    ['in brackets', 'use([process.env["A"], process["env"].A]);', '[env A, env A]'],
    ['a computed name', 'const n = "A"; use(process.env[n]); use(process.env[x]);', 'env A; global:process.env[]'],
    ['destructured', 'const { A, B: b = "x" } = process.env; use([A, b]);', '[env A, env B ?? "x"]'],
    ['destructured from process', 'const { env } = process; use(env.A);', 'env A'],
    ['destructured twice', 'const { env: { A } } = process; use(A);', 'env A'],
    ['of an imported process', 'import process from "node:process"; use(process.env.A);', 'env A'],
    ['of a namespace', 'import * as process from "process"; use(process.env.A);', 'env A'],
    ['of an imported env', 'import { env } from "node:process"; use(env.A);', 'env A'],
    ['of a required process', 'const { env } = require("process"); use(env.A);', 'env A'],
    ['through globalThis', 'use(globalThis.process.env.A);', 'env A'],
    ['of Vite', 'use(import.meta.env.VITE_A);', 'env VITE_A'],
    ['of Vite, destructured', 'const { VITE_A: a } = import.meta.env; use(a);', 'env VITE_A'],
    ['of Bun and Deno', 'use([Bun.env.A, Deno.env.get("A")]);', '[env A, env A]'],
    ['assigned to constants', 'const env = process.env; const a = env.A; use(a);', 'env A'],
    ['in another file', { 'main.ts': 'import { config } from "./config"; use(config.jwt.secret);',
      'config.ts': 'export const config = { jwt: { secret: process.env.SECRET! } };' }, 'env SECRET'],
    ['through a function', 'const get = (name, fallback) => process.env[name] ?? fallback; use([get("A", "x"), get("B")]);', '[env A ?? "x", env B]'],
    ['optional', 'use(process.env?.A);', 'env A'],
    ['a member of Node\'s PROD is a variable', 'use(process.env.PROD);', 'env PROD'],
  ]);
});

describe('their fallbacks', () => {
  table([
    ['||', 'use(process.env.A || "x");', 'env A ?? "x"'],
    ['??', 'use(process.env.A ?? "x");', 'env A ?? "x"'],
    ['| for ||', 'use(process.env.A | 5);', 'env A ?? 5'],
    ['a chain', 'use(process.env.A || process.env.B || "x");', 'env A ?? env B ?? "x"'],
    ['a chain that has ended', 'use(process.env.A || "x" || "y");', 'env A ?? "x"'],
    ['a chain over a parameter', 'function f(p) { use(process.env.A || p || "x"); }', 'env A ?? param p | "x"'],
    ['an empty fallback and another', 'use((process.env.A ?? "") || "x");', 'env A ?? "x"'],
    ['undefined', 'use(process.env.A ?? undefined);', 'env A'],
    ['a ternary', 'use(process.env.A ? process.env.A : "x");', 'env A | "x"'],
    ['a number', 'use(Number(process.env.A) || 5); use(+process.env.A || 5);', 'env A ?? 5; env A ?? 5'],
    ['a parsed fallback', 'use(parseInt(process.env.A || "15m", 10) * 60);', 'env A ?? 900'],
    ['arithmetic', 'use(1000 * (process.env.A ?? 5)); use((process.env.A ?? 5) * 1000);', 'env A ?? 5000; env A ?? 5000'],
    ['a template', 'use(`${process.env.A ?? "x"}d`);', '`${env A ?? "x"}d`'],
    ['trimmed', 'use(process.env.A.trim());', 'env A'],
    ['compared', 'use(process.env.A === "true");', '===(env A, "true")'],
    ['required', 'const a = process.env.A; if (!a) throw new Error(); use(a);', 'env A'],
  ]);
});
