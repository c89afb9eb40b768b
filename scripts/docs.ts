import { readFileSync, writeFileSync } from 'node:fs';
import { rules } from '../rules/index.js';
import { ruleIndex } from './rule-index.js';
import { withRuleTable } from './rule-table.js';

/** `npm run docs`: writes the table of the rules into the README of the working directory, and their index by groups. */
writeFileSync('README.md', withRuleTable(readFileSync('README.md', 'utf8'), rules));
writeFileSync('rules/README.md', ruleIndex(rules));
