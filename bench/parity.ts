import { readdirSync, readFileSync } from 'node:fs';
import { extname, join, relative } from 'node:path';
import { compareFrontEnds, type Difference } from './compare.js';

/** `npm run parity -- DIR`: holds that both front ends build the same IR for every file below a directory. */

const EXTENSIONS: ReadonlySet<string> = new Set(['.js', '.mjs', '.cjs', '.jsx', '.ts', '.mts', '.cts', '.tsx', '.vue', '.svelte', '.astro']);
const SHOWN = 20;

function* sourceFiles(directory: string): Generator<string> {
  const entries = readdirSync(directory, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(directory, entry.name);
    if (entry.isDirectory() && entry.name !== 'node_modules' && entry.name !== '.git') yield* sourceFiles(path);
    else if (entry.isFile() && EXTENSIONS.has(extname(entry.name))) yield path;
  }
}

function show({ path, estree, tsmorph }: Difference): string {
  const brief = (value: unknown): string => (value === undefined ? 'absent' : JSON.stringify(value)).slice(0, 200);
  return `  at ${path}\n    estree  ${brief(estree)}\n    tsmorph ${brief(tsmorph)}`;
}

function main(root: string): number {
  let files = 0;
  let equal = 0;
  const refused: string[] = [];
  const different: string[] = [];
  for (const path of sourceFiles(root)) {
    files++;
    const name = relative(root, path);
    for (const result of compareFrontEnds(path, readFileSync(path, 'utf8'))) {
      if (result.kind === 'equal') equal++;
      else if (result.kind === 'different') different.push(`${name} (${result.parser})\n${show(result.difference)}`);
      else refused.push(`${name}: ${result.parser}: ${result.message.split('\n', 1)[0]}`);
    }
  }
  for (const line of refused) console.log(`refused ${line}`);
  for (const line of different.slice(0, SHOWN)) console.log(`differs ${line}`);
  console.log(`${files} files; comparisons: ${equal} equal, ${refused.length} refused, ${different.length} different`);
  return different.length === 0 ? 0 : 1;
}

const [root] = process.argv.slice(2);
if (root === undefined) {
  console.error('usage: npm run parity -- DIR');
  process.exitCode = 2;
} else {
  process.exitCode = main(root);
}
