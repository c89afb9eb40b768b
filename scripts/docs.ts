import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { rules } from '../rules/index.js';
import { libraryIndex } from './library-index.js';
import { ruleIndex } from './rule-index.js';
import { withRuleTable } from './rule-table.js';

/**
 * `npm run docs`: writes what derives from other files into those of the working directory: the table of the rules in the
 * README, their index by groups, and the list of the libraries. The build keeps files whose source is gone, so that the
 * sources say which there are.
 */
const names = readdirSync('src/knowledge').map((file) => file.replace(/\.ts$/, '')).filter((name) => name !== 'libraries' && name !== 'index');
const modules = await Promise.all(names.map(async (name) =>
  [name, await import(new URL(`../src/knowledge/${name}.js`, import.meta.url).href) as Readonly<Record<string, unknown>>] as const));

writeFileSync('README.md', withRuleTable(readFileSync('README.md', 'utf8'), rules));
writeFileSync('rules/README.md', ruleIndex(rules));
writeFileSync('src/knowledge/libraries.ts', libraryIndex(new Map(modules)));
