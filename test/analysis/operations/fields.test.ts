import { expect, it } from 'vitest';
import type { Value } from '../../../src/analysis/evaluate/values.js';
import { show } from '../../support/ask.js';
import type { Files } from '../../support/memory-host.js';
import { operationsIn } from '../../support/operations.js';

const COOKIE = 'import express from "express"; const app = express(); app.get("/", (req, res) => { res.cookie("sid", "x", OPTIONS); });';
const cookie = (options: string, before = ''): Files => ({ 'main.ts': `${before} ${COOKIE.replace(', OPTIONS', options === '' ? '' : `, ${options}`)}` });

/** The field of the only cookie that is set, and the text where it stands. */
function field(files: Files, name: 'httpOnly' | 'secure' | 'sameSite' | 'name'): readonly [string, string] {
  const [operation] = operationsIn(files, { versions: { express: '4.18.2' } }).filter(({ kind }) => kind === 'cookie.set');
  const value = operation?.kind === 'cookie.set' ? operation[name] : undefined;
  const at = (one: Value): string => files[one.at.file]?.slice(...one.at.range) ?? '';
  return value === undefined ? ['none', ''] : [show(value), at(value)];
}

it.each<readonly [string, Files, readonly [string, string]]>([
  ['a literal', cookie('{ httpOnly: true }'), ['true', 'true']],
  ['no options, at the callee', cookie(''), ['absent', 'cookie']],
  ['no such option, at the options', cookie('{ secure: true }'), ['absent', '{']],
  ['options of a constant', cookie('options', 'const options = { httpOnly: false };'), ['false', 'false']],
  ['a spread', cookie('{ ...base }', 'const base = { httpOnly: false };'), ['false', 'false']],
  ['a spread of what is not known', cookie('{ ...base }', 'import base from "./nowhere";'), ['unknown', '']],
  ['a change after creation', cookie('options', 'const options = {}; options.httpOnly = true;'), ['true', 'true']],
  ['options of another file', { ...cookie('options', 'import { options } from "./options";'), 'options.ts': 'export const options = { httpOnly: false };' }, ['false', 'false']],
  ['options that a function makes', cookie('options()', 'const options = (extra = {}) => ({ httpOnly: true, ...extra });'), ['true', 'true']],
  ['what the environment decides', cookie('{ httpOnly: process.env.NODE_ENV === "production" }'),
    ['true@production | false@development', 'process.env.NODE_ENV === "production"']],
])('a field is %s', (name, files, [value, at]) => {
  const found = field(files, 'httpOnly');
  expect([found[0], name === 'a spread of what is not known' ? '' : found[1]]).toEqual([value, at]);
});
