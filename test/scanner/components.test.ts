import { describe, expect, it } from 'vitest';
import { scan } from '../../src/scanner/scan.js';
import type { ScanResult } from '../../src/scanner/types.js';
import { tree } from './tree.js';

/** `file:line:column rule` of each finding. */
function places({ findings }: ScanResult): string[] {
  return findings.map(({ file, start, ruleId }) => `${file}:${start.line}:${start.column} ${ruleId}`);
}

const RULE = 'storage-no-script-readable-token';

describe('a scan of components', () => {
  it('says where in the file, with the line ends of Windows and a byte-order mark, and shows that line', async () => {
    const lines = ['<template><p>{{ a < b }}</p></template>', '<script lang="ts">', 'export default {', '  methods: {',
      '    keep(accessToken: string) { localStorage.setItem("t", accessToken); },', '  },', '};', '</script>'];
    const cwd = tree({ 'Keep.vue': `\uFEFF${lines.join('\r\n')}` });
    const result = await scan({ cwd });
    expect(places(result)).toEqual([`Keep.vue:5:${(lines[4] ?? '').indexOf('setItem') + 1} ${RULE}`]);
    expect(result.sources.get('Keep.vue')).toContain('localStorage');
    expect(result.summary.files).toMatchObject({ found: 1, analysed: 1 });
  });

  it('heeds suppression comments in the scripts', async () => {
    const keep = 'localStorage.setItem("access_token", f());';
    const comment = `// eslint-disable-next-line authlint/${RULE}`;
    const cwd = tree({
      'a.svelte': `<script module>\n${comment}\n${keep}\n</script>\n<script>\n${keep}\n${keep} // eslint-disable-line\n</script>`,
      'b.astro': `---\nconst a = 1\n---\n<script>\n/* eslint-disable */\n${keep}\n</script>\n<script>\n${keep}\n/* eslint-enable */\n${keep}\n</script>`,
    });
    const result = await scan({ cwd });
    expect(result.findings.map(({ file, start }) => `${file}:${start.line}`)).toEqual(['a.svelte:6', 'b.astro:11']);
  });

  it('follows imports of and from components, relative and under an alias', async () => {
    const cwd = tree({
      'package.json': '{ "name": "shop" }',
      'tsconfig.json': '{ "compilerOptions": { "paths": { "@/*": ["./src/*"] } } }',
      'src/keep.ts': 'export const keep = (key: string, value: string) => localStorage.setItem(key, value);\n',
      'src/Keys.svelte': '<script module lang="ts">\nexport const KEY: string = "access_token";\n</script>\n<p>keys</p>',
      'src/Login.vue': '<script setup>\nimport { keep } from "@/keep";\nimport { KEY } from "./Keys.svelte";\nconst done = (reply) => keep(KEY, reply.body);\n</script>',
      'src/Other.astro': '---\nimport { keep } from "./keep";\nimport Login from "@/Login.vue";\n---\n<Login/>\n<script>\nimport { KEY } from "@/Keys.svelte";\nimport { keep } from "./keep";\nkeep(KEY, read());\n</script>',
    });
    const result = await scan({ cwd });
    expect(result.diagnostics).toEqual([]);
    expect(result.findings.flatMap(({ file, start, trace }) => [`${file}:${start.line}`, ...trace.map((step) => `${step.file}:${step.start.line}`)]))
      .toEqual(expect.arrayContaining(['src/Login.vue:4', 'src/Other.astro:9']));
  });

  it('knows nothing of a default import that no script exports', async () => {
    const cwd = tree({
      'Form.vue': '<script setup>\nconst accessToken = "";\n</script>',
      'main.js': 'import Form from "./Form.vue";\nlocalStorage.setItem("access_token", Form);\n',
    });
    expect(places(await scan({ cwd }))).toEqual([expect.stringContaining('main.js:2')]);
  });

  it('gives one diagnostic for a script with a syntax error, and scans the rest', async () => {
    const cwd = tree({
      'broken.vue': '<template/>\n<script>\nlocalStorage.setItem("access_token", );\nconst = 1;\n</script>',
      'open.svelte': '{#if <script>localStorage.setItem("access_token", token)',
      'page.astro': '---\nlocalStorage.setItem("access_token", token)',
      'z.vue': '<script>localStorage.setItem("access_token", token)</script>',
    });
    const result = await scan({ cwd });
    expect(result.diagnostics).toEqual([{ file: 'broken.vue', message: expect.stringContaining('(4:7)') as string }]);
    expect(places(result)).toContain(`z.vue:1:22 ${RULE}`);
  });
});
