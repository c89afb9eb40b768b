import { describe, expect, it } from 'vitest';
import { prepare } from '../../../src/analysis/analyse.js';
import { sideOf } from '../../../src/analysis/questions/sides.js';
import { memoryHost } from '../../support/memory-host.js';

describe('where code runs', () => {
  const cases: readonly (readonly [string, string, string | undefined, readonly string[]])[] = [
    ['a server\'s package', 'import express from "express"; express();', 'server', []],
    ['what comes with Node.js', 'import { readFileSync } from "node:fs"; readFileSync("x");', 'server', []],
    ['a page\'s package', 'import { useState } from "react"; useState();', 'browser', []],
    ['a page\'s objects', 'localStorage.getItem("x");', 'browser', []],
    ['both', 'import express from "express"; import { renderToString } from "react-dom/server"; renderToString(express());', undefined, []],
    ['a directive', '"use server"; import { useState } from "react"; useState();', 'server', []],
    ['neither', 'export const x = 1;', undefined, []],
    ['the package\'s dependencies', 'export const x = 1;', 'server', ['express']],
    ['the package\'s dependencies on both', 'export const x = 1;', undefined, ['express', 'react']],
    ['a framework of both', 'export const x = 1;', undefined, ['next', 'react']],
  ];
  it.each(cases)('by %s', (_, text, expected, dependencies) => {
    const host = { ...memoryHost({ 'main.ts': text }), dependsOn: (name: string) => dependencies.includes(name) };
    const [module] = prepare(host, ['main.ts']).modules;
    expect(module === undefined ? 'no module' : sideOf(module, host)).toBe(expected);
  });

  it('by where a framework looks for servers\' files', () => {
    const host = memoryHost({ '/web/app/api/me/route.ts': 'export const x = 1;', 'src/hooks.server.ts': 'export const x = 1;', 'src/page.ts': 'export const x = 1;' });
    const { modules } = prepare(host, ['/web/app/api/me/route.ts', 'src/hooks.server.ts', 'src/page.ts']);
    expect(modules.map((module) => sideOf(module, host))).toEqual(['server', 'server', undefined]);
  });
});
