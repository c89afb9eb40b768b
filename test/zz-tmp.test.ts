import { writeFileSync } from 'node:fs';
import { afterAll, it } from 'vitest';
import { read, sourceFiles } from './support/files.js';
import { hosts, removeProjects } from './support/hosts.js';
import { renamed } from './support/rename.js';
import { wantsIn } from './support/wants.js';
afterAll(removeProjects);
it('x', () => {
  const out: string[] = [];
  for (const file of (process.env['FILES'] ?? '').split(/\s+/).filter(Boolean)) {
    const rule = file.split('/')[2]!;
    const text = read(file);
    const wants = wantsIn(text).filter((w) => w.ruleId === rule);
    const found = hosts.scanner(file, text).filter((f) => f.ruleId === rule);
    const editor = hosts.editor(file, text).filter((f) => f.ruleId === rule);
    const lines = text.split('\n');
    for (const f of found) if (!wants.some((w) => w.line === f.line)) out.push(`UNEXP ${file}:${f.line} ${f.message} | ${lines[f.line - 1]!.trim()}`);
    for (const w of wants) if (!found.some((f) => w.line === f.line)) out.push(`MISS ${file}:${w.line} | ${lines[w.line - 1]!.trim()}`);
    for (const w of wants) if (w.projectOnly === editor.some((f) => w.line === f.line)) out.push(`EDITOR ${file}:${w.line} | ${lines[w.line - 1]!.trim()}`);
    if (!/\.(vue|svelte|astro)$/.test(file)) {
      const again = new Set(hosts.scanner(file, renamed(file, text)).filter((f) => f.ruleId === rule).map((f) => f.line));
      for (const w of wants) if (w.named === again.has(w.line)) out.push(`NAMED ${file}:${w.line} | ${lines[w.line - 1]!.trim()}`);
    }
  }
  writeFileSync('/tmp/ctl/out.txt', out.join('\n') + '\n');
}, 600000);
