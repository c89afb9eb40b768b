import semver from 'semver';
import { describe, expect, it } from 'vitest';
import { hasVocabulary } from '../../src/knowledge/gate.js';
import { handlerFor, modelsFor } from '../../src/knowledge/index.js';
import { libraries } from '../../src/knowledge/libraries.js';
import type { AnyOperationModel, FieldModel, LibraryModel, Source } from '../../src/knowledge/model.js';

/** Members joined by dots, each with any of `()`, `#` and `[]`; `''` is the module itself, `*` (and the end of a name) any member. */
const PATH = /^(?:(?:\*|[A-Za-z_$][\w$]*)?(?:\(\)|#|\[\])*)(?:\.(?:\*\w*|[\w$]+)(?:\(\)|#|\[\])*)*$/;

function listOf<T>(one: T | readonly T[]): readonly T[] {
  return Array.isArray(one) ? (one as readonly T[]) : [one as T];
}

function fieldsOf(model: AnyOperationModel): readonly FieldModel[] {
  return Object.values(model.fields);
}

function sourcesOf(model: AnyOperationModel): readonly Source[] {
  return [...fieldsOf(model).flatMap(({ from }) => listOf(from)), ...(model.cookieHeader ? [model.cookieHeader] : [])];
}

function pathsOf(library: LibraryModel): readonly string[] {
  return [
    ...library.operations.flatMap(({ path }) => listOf(path)),
    ...(library.handlers ?? []).flatMap(({ path, parameters, errorParameters = [] }) =>
      [...path, ...parameters, ...errorParameters]),
    ...(library.parameterNames ?? []).map(({ is }) => is),
    ...(library.fluent ?? []),
    ...Object.keys(library.conversions ?? {}),
    ...Object.keys(library.stores ?? {}),
    ...Object.keys(library.states ?? {}),
  ];
}

const byName = libraries.map((library) => [library.name, library] as const);
/** A logger, a connection or a limit alone makes no file worth parsing: see the gate's own cases. */
const withOperations = byName.filter(([, { operations }]) => operations.some(({ kind }) => !['log.write', 'store.connect', 'rate.limit'].includes(kind)));

const tellsByImport = (name: string): boolean => hasVocabulary(`import x from '${name}';`);

describe('libraries', () => {
  it('have names of their own', () => {
    const names = libraries.map(({ name }) => name);
    expect(names).toHaveLength(new Set(names).size);
  });

  it.each(byName)('%s is well-formed', (_, library) => {
    expect(library.packages.length).toBeGreaterThan(0);
    expect(pathsOf(library).filter((path) => !PATH.test(path))).toEqual([]);
    expect((library.publicKeys ?? []).filter((path) => library.conversions?.[path] === undefined)).toEqual([]);
    for (const model of library.operations) {
      expect(listOf(model.path).length).toBeGreaterThan(0);
      expect(sourcesOf(model).filter((source) => 'path' in source && source.path === '')).toEqual([]);
    }
  });

  it.each(byName)('%s has readable version ranges', (_, library) => {
    const ranges = library.operations.flatMap((model) => [
      ...(model.versions === undefined ? [] : [model.versions]),
      ...fieldsOf(model).flatMap(({ default: value }) =>
        typeof value === 'object' ? value.map((one) => one.versions) : []),
      ...fieldsOf(model).flatMap(({ replacedBy }) => replacedBy?.versions ?? []),
      ...(model.ineffective ?? []).flatMap(({ versions }) => versions ?? []),
      ...[model.facts?.confusesKeys, model.facts?.acceptsEmptyKey, model.facts?.keepsSessionId].filter((range) => range !== undefined),
    ]);
    expect(ranges.filter((range) => semver.validRange(range) === null)).toEqual([]);
  });

  it.each(byName)('%s names each path of a kind of use once', (_, library) => {
    const uses = library.operations.flatMap(({ kind, path, on, when, minArgs, maxArgs, into, cookieHeader, given, versions }) =>
      listOf(path).map((one) => JSON.stringify([kind, one, on, when, minArgs, maxArgs, into, cookieHeader, given, versions])));
    expect(uses).toHaveLength(new Set(uses).size);
  });

  it.each(withOperations)('a file that uses %s is worth parsing', (_, { packages, vocabulary = [] }) => {
    if (!packages.every(tellsByImport)) expect(vocabulary).not.toEqual([]);
    for (const word of vocabulary) expect(hasVocabulary(`before ${word} after`), word).toBe(true);
    expect(vocabulary.every((word) => word.trim() === word && word.length > 6)).toBe(true);
  });
});

describe('the gate', () => {
  it.each([
    "import jwt from 'jsonwebtoken';",
    'import { SignJWT } from "jose";',
    "const session = require('express-session');",
    "const { nanoid } = await import('nanoid/non-secure');",
    "import { randomBytes } from 'crypto';",
    "res?.cookie('sid', token)",
    "response.setHeader('Set-Cookie', cookies)",
    'req.session.userId = user.id;',
    'window.localStorage.token = token;',
    "document.cookie = 'a=b';",
    "console.log('login', user.password);",
    'this.logger.debug(`body`, req.body);',
    'log({ token, user });',
    'console.log(util.inspect(config, false, null));',
  ])('lets %s through', (text) => {
    expect(hasVocabulary(text)).toBe(true);
  });

  it.each([
    "import express from 'express'; import { createHash } from 'node:crypto'; app.listen(3000);",
    "import { readFile } from 'node:fs/promises';",
    "import pino from 'pino'; pino().info('token is missing'); console.error('wrong password'); console.log(count); use(token);",
    'const cookie = parse(header); session.start(); const jose = 1; // jsonwebtoken',
  ])('keeps %s out', (text) => {
    expect(hasVocabulary(text)).toBe(false);
  });
});

describe('models by path', () => {
  const kinds = (packageName: string, path: string, on: 'call' | 'new' | 'assign' = 'call'): readonly string[] =>
    modelsFor(packageName, path, on).map(({ library, model }) => `${library.name} ${model.kind}`);

  it.each([
    ['jsonwebtoken', 'verify', ['jsonwebtoken token.verify']],
    ['jose', 'SignJWT#.sign', ['jose token.issue']],
    ['express', 'Response#.cookie', ['express cookie.set']],
    ['express', 'Router().route().post', ['express route.register']],
    ['express', 'Request#.logIn', ['passport login.delegate']],
    ['express', 'Request#.session.regenerate', ['req.session session.regenerate']],
    ['express-session', '', ['express-session session.configure']],
    ['js-cookie', 'withAttributes().set', ['js-cookie cookie.set']],
    ['node:crypto', 'randomBytes', ['node:crypto random.generate']],
    ['nanoid/non-secure', 'nanoid', ['nanoid/non-secure random.generate']],
    ['global', 'crypto.getRandomValues', ['Web Crypto random.generate']],
    ['express', '', []],
  ])('%s: %s', (packageName, path, expected) => {
    expect(kinds(packageName, path)).toEqual(expected);
  });

  it('tells assignments from calls, and any member from a named one', () => {
    expect(kinds('express', 'Request#.session.userId', 'assign')).toEqual(['req.session session.write']);
    expect(kinds('express', 'Request#.session.cookie.maxAge', 'assign')).toEqual([]);
    expect(kinds('express', 'Request#.session', 'assign')).toEqual(['req.session session.write']);
    expect(kinds('express', 'Session#', 'assign')).toEqual([]);
    expect(kinds('global', 'localStorage[]', 'assign')).toEqual(['Web Storage storage.write']);
    expect(kinds('global', 'localStorage.token', 'assign')).toEqual(['Web Storage storage.write']);
    expect(kinds('global', 'localStorage.getItem')).toEqual([]);
    expect(kinds('global', 'document.cookie', 'assign')).toEqual(['document.cookie cookie.set']);
  });

  it('knows what frameworks pass to handlers', () => {
    expect(handlerFor('express', '().route().get')?.parameters.slice(0, 2)).toEqual(['Request#', 'Response#']);
    expect(handlerFor('express', 'Router().use')?.errorParameters).toHaveLength(4);
    expect(handlerFor('node:http', 'createServer')?.parameters[1]).toBe('ServerResponse#');
    expect(handlerFor('express', '().param')).toBeUndefined();
  });
});
