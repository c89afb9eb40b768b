import * as astroParser from 'astro-eslint-parser';
import { Linter } from 'eslint';
import * as svelteParser from 'svelte-eslint-parser';
import { describe, expect, it } from 'vitest';
import * as vueParser from 'vue-eslint-parser';
import authlint from '../../src/eslint/plugin.js';

const KEEP = 'localStorage.setItem("access_token", reply.accessToken);';

/** `line:column` of each message. */
function lint(file: string, text: string, ...configs: Linter.Config[]): string[] {
  const messages = new Linter().verify(text, [...configs, authlint.configs.recommended], { filename: file });
  return messages.map(({ line, column, ruleId, message }) => (ruleId === null ? message : `${line}:${column}`));
}

describe('components in ESLint', () => {
  it('need no parser for TypeScript where their scripts are JavaScript', () => {
    const vue = { files: ['**/*.vue'], languageOptions: { parser: vueParser } };
    expect(lint('a.vue', `<template><b/></template>\n<script setup>\n${KEEP}\n</script>`, vue)).toEqual(['3:14']);
    const svelte = { files: ['**/*.svelte'], languageOptions: { parser: svelteParser } };
    expect(lint('a.svelte', `<script>\n  ${KEEP}\n</script>\n<b/>`, svelte)).toEqual(['2:16']);
    const astro = { files: ['**/*.astro'], languageOptions: { parser: astroParser } };
    expect(lint('a.astro', `---\n${KEEP}\n---\n<b/>`, astro)).toEqual(['2:14']);
  });

  it('heed suppression comments', () => {
    const vue = { files: ['**/*.vue'], languageOptions: { parser: vueParser } };
    const text = `<script>\n${KEEP} // eslint-disable-line\n// eslint-disable-next-line authlint/storage-no-script-readable-token\n${KEEP}\n</script>`;
    expect(lint('a.vue', text, vue)).toEqual([]);
  });

  it('may come in parts, as a processor cuts them', () => {
    const scripts = /<script>([^]*?)<\/script>/g;
    const processor: Linter.Processor = {
      preprocess: (text) => [...text.matchAll(scripts)].map(({ 1: code = '' }, index) => ({ text: code, filename: `${index}.js` })),
      postprocess: (lists) => lists.flat(),
    };
    const text = `---\nconst a = 1;\n---\n<script>${KEEP}</script>\n<script>\n${KEEP}</script>`;
    expect(lint('a.astro', text, { files: ['**/*.astro'], processor }, { files: ['**/*.astro/*.js'] })).toEqual(['1:14', '2:14']);
  });
});
