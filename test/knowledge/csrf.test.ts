import { describe, expect, it } from 'vitest';
import { fieldsOf, operationsIn } from '../support/operations.js';

const DEFENCE = ['enabled', 'originCheck', 'origins', 'ignoredMethods', 'secretCookie', 'session'];

describe('defences against cross-site requests', () => {
  it.each<[string, Record<string, string>, string, unknown[]]>([
    ['csurf keeps its secret in the session', { csurf: '1.11.0' }, "import csurf from 'csurf'; csurf();", [true, 'unknown', 'unknown', 'absent', false, 'unknown']],
    ['csurf in a cookie', { csurf: '1.11.0' }, "import csurf from 'csurf'; csurf({ cookie: true });", [true, 'unknown', 'unknown', 'absent', true, 'unknown']],
    ['csrf-csrf 3 binds to nothing', { 'csrf-csrf': '3.2.2' }, "import { doubleCsrf } from 'csrf-csrf'; doubleCsrf({});", [true, 'unknown', 'unknown', 'absent', 'unknown', '']],
    ['csrf-csrf 4 has to be told', { 'csrf-csrf': '4.0.3' }, "import { doubleCsrf } from 'csrf-csrf'; doubleCsrf({});", [true, 'unknown', 'unknown', 'absent', 'unknown', 'absent']],
    ['csrf-csrf of either', { 'csrf-csrf': '>=3' }, "import { doubleCsrf } from 'csrf-csrf'; doubleCsrf({});", [true, 'unknown', 'unknown', 'absent', 'unknown', 'absent']],
    ['lusca has none of its own', { lusca: '1.7.0' }, "import lusca from 'lusca'; lusca({ nosniff: true });", [false, 'unknown', 'unknown', 'unknown', 'unknown', 'unknown']],
    ['better-auth', { 'better-auth': '1.7.25' }, "import { betterAuth } from 'better-auth'; betterAuth({ advanced: { disableOriginCheck: true } });", [true, false, 'absent', 'unknown', 'unknown', 'unknown']],
    ['Auth.js takes nothing but its symbol', { '@auth/core': '0.41.3' }, "import { Auth } from '@auth/core'; Auth(request, { skipCSRFCheck: true });", [true, 'unknown', 'unknown', 'unknown', 'unknown', 'unknown']],
  ])('%s', (_, versions, text, expected) => {
    expect(fieldsOf(operationsIn(text, { versions }), 'csrf.configure', ...DEFENCE)).toEqual([expected]);
  });

  it.each([
    ['svelte.config.js', 'export default { kit: { csrf: { checkOrigin: false } } };'],
    ['svelte.config.js', 'const config = { kit: { csrf: { checkOrigin: false } } }; export default config;'],
    ['apps/web/svelte.config.ts', 'const csrf = { checkOrigin: false }; export default { kit: { csrf } };'],
    ['svelte.config.cjs', 'module.exports = { kit: { csrf: { checkOrigin: false } } };'],
  ])('are read from %s: %s', (file, text) => {
    expect(fieldsOf(operationsIn({ [file]: text }, { versions: { '@sveltejs/kit': '2.70.4' } }), 'csrf.configure', 'originCheck')).toEqual([[false]]);
  });

  it('are not read from other files, other exports, or other projects', () => {
    const text = 'export default { kit: { csrf: { checkOrigin: false } } };';
    const versions = { '@sveltejs/kit': '2.70.4' };
    expect(operationsIn({ 'settings.js': text }, { versions })).toEqual([]);
    expect(operationsIn({ 'svelte.config.js': text })).toEqual([]);
    expect(operationsIn({ 'svelte.config.js': text.replace('default', 'const config =') }, { versions })).toEqual([]);
  });

  it('check the origin unless a configuration says otherwise, in Astro from 5 on', () => {
    const text = "import { defineConfig } from 'astro/config'; export default defineConfig({});";
    const check = (version: string) => fieldsOf(operationsIn({ 'astro.config.mjs': text }, { versions: { astro: version } }), 'csrf.configure', 'originCheck');
    expect(check('5.18.2')).toContainEqual([true]);
    expect(check('4.16.0')).toContainEqual(['absent']);
  });
});
