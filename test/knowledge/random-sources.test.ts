import { describe, expect, it } from 'vitest';
import { fieldsOf, operationsIn } from '../support/operations.js';

/** What the only random call of a text is: bits (rounded) and whether they are secure. */
function random(text: string, versions: Readonly<Record<string, string>> = {}): readonly unknown[] {
  const [fields, ...others] = fieldsOf(operationsIn(text, { versions }), 'random.generate', 'bits', 'secure');
  expect(others).toEqual([]);
  const [bits, secure] = fields ?? [];
  return [typeof bits === 'number' ? Math.round(bits * 10) / 10 : bits, secure];
}

describe('bits of random texts', () => {
  it.each<[string, unknown]>([
    ["import c from 'crypto-random-string'; c({ length: 32 })", 128],
    ["import c from 'crypto-random-string'; c({ length: 10, type: 'base64' })", 60],
    ["import c from 'crypto-random-string'; c({ length: 10, type: 'url-safe' })", 60.4],
    ["import c from 'crypto-random-string'; c({ length: 10, type: 'distinguishable' })", 42.5],
    ["import c from 'crypto-random-string'; c({ length: 10, type: 'ascii-printable' })", 65.5],
    ["import c from 'crypto-random-string'; c({ length: 10, characters: '01' })", 10],
    ["import { cryptoRandomStringAsync as c } from 'crypto-random-string'; await c({ length: 6, type: 'numeric' })", 19.9],
    ["import c from 'crypto-random-string'; c({ length: 10, type: kind })", 'unknown'],
    ["import r from 'randomstring'; r.generate()", 190.5],
    ["import r from 'randomstring'; r.generate(7)", 41.7],
    ["import r from 'randomstring'; r.generate({ length: 10, charset: ['numeric', 'abcdef'] })", 40],
    ["import t from 'rand-token'; t.uid(16)", 95.3],
    ["import t from 'rand-token'; t.generate(16, '01')", 16],
    ["import t from 'rand-token'; t.suid(16)", 95.3],
    ["import t from 'rand-token'; t.generator({ chars: 'a-z' }).generate(10)", 47],
    ["import uid from 'uid-safe'; await uid(18)", 144],
    ["const uid = require('uid-safe'); uid.sync(18)", 144],
    ["import { uid } from 'uid/secure'; uid()", 44],
    ["import { uid } from 'uid/secure'; uid(32)", 128],
    ["import shortid from 'shortid'; shortid.generate()", 54],
    ["import { generateRandomString, alphabet } from 'oslo/crypto'; generateRandomString(10, alphabet('a-z', 'A-Z', '0-9'))", 59.5],
    ["import { generateRandomString, alphabet } from 'oslo/crypto'; generateRandomString(10, alphabet('0-9', 'ABCDEF'))", 40],
    ["import { generateRandomString, alphabet } from 'oslo/crypto'; generateRandomString(10, alphabet(...ranges))", 'unknown'],
    ["import { generateRandomString } from '@oslojs/crypto/random'; generateRandomString(reader, '0123456789abcdef', 10)", 40],
    ["import { generateId } from 'lucia'; generateId(15)", 77.5],
    ["import { generateIdFromEntropySize } from 'lucia'; generateIdFromEntropySize(25)", 200],
    ["import { generateRandomString } from 'lucia/utils'; generateRandomString(40)", 206.8],
    ["import { generateId } from 'better-auth'; generateId()", 190.5],
    ["import { generateRandomString } from 'better-auth/crypto'; generateRandomString(32)", 192],
    ["import { generateRandomString } from 'better-auth/crypto'; generateRandomString(6, '0-9')", 19.9],
  ])('%s', (text, bits) => {
    expect(random(`${text};`)).toEqual([bits, true]);
  });
});

describe('sources that can be guessed', () => {
  it.each([
    "import { uid } from 'uid'; uid(32)",
    "import Chance from 'chance'; new Chance().guid()",
    "const chance = require('chance').Chance(); chance.string()",
    "import { faker } from '@faker-js/faker'; faker.string.uuid()",
    "const faker = require('faker'); faker.internet.password()",
    "import _ from 'lodash'; _.random(1000)",
    "import random from 'lodash-es/random.js'; random(1000)",
    "import t from 'rand-token'; t.generator({ source: 'math' }).generate(16)",
  ])('%s', (text) => {
    expect(random(`${text};`)[1]).toBe(false);
  });

  it('takes a source of the caller for what it may be', () => {
    expect(random("import t from 'rand-token'; t.generator({ source: own }).generate(16);")[1]).toBe('global:own');
  });
});

describe('cuid2 by version', () => {
  const text = "import { createId } from '@paralleldrive/cuid2'; createId();";
  const longer = "import { init } from '@paralleldrive/cuid2'; init({ length: 32 })();";

  it.each<[string, string, unknown[]]>([
    [text, '2.2.2', [123.6, false]],
    [text, '3.0.0', [123.6, false]],
    [text, '3.0.1', [123.6, true]],
    [longer, '3.3.0', [165.4, true]],
    [longer, '2.2.2', [165.4, false]],
  ])('%s in %s', (code, version, expected) => {
    expect(random(code, { '@paralleldrive/cuid2': version })).toEqual(expected);
  });

  it('is silent where the version is not known, or the source is the caller\'s', () => {
    expect(random(text)[1]).toBe('absent');
    expect(random("import { init } from '@paralleldrive/cuid2'; init({ random: own })();", { '@paralleldrive/cuid2': '2.2.2' })[1]).not.toBe(false);
  });
});

describe('ids that are unique', () => {
  it.each([
    ["import { v1 } from 'uuid'; v1()", /version 1 is the clock/],
    ["const uuid = require('uuid/v1'); uuid()", /version 1/],
    ["import { v6 } from 'uuid'; v6()", /version 6/],
    ["import { v7 } from 'uuid'; v7()", /48 bits/],
    ["import { v5 } from 'uuid'; v5(name, v5.DNS)", /namespace/],
    ["import { ulid } from 'ulid'; ulid()", /clock/],
    ["import { monotonicFactory } from 'ulidx'; const next = monotonicFactory(); next()", /plus 1/],
    ["import cuid from 'cuid'; cuid()", /41 bits/],
    ["import cuid from 'cuid'; cuid.slug()", /10 bits/],
    ["import hyperid from 'hyperid'; const next = hyperid({ urlSafe: true }); next()", /counts/],
    ["import uniqid from 'uniqid'; uniqid.time()", /millisecond/],
    ["import _ from 'lodash'; _.uniqueId()", /counts up/],
    ["import { ObjectId } from 'bson'; new ObjectId()", /counter/],
    ["import mongoose from 'mongoose'; new mongoose.Types.ObjectId()", /counter/],
    ["import { Types } from 'mongoose'; Types.ObjectId()", /counter/],
    ["import { DiscordSnowflake } from '@sapphire/snowflake'; DiscordSnowflake.generate()", /snowflake/],
    ["import { Snowflake } from 'nodejs-snowflake'; new Snowflake({}).getUniqueID()", /snowflake/],
    ["import FlakeId from 'flake-idgen'; new FlakeId().next()", /snowflake/],
  ])('%s', (text, because) => {
    const [operation] = operationsIn(`${text};`).filter(({ kind }) => kind === 'random.generate');
    expect(operation?.facts.predictable).toMatch(because);
  });

  it('leaves ids alone that exist', () => {
    expect(operationsIn("import { ObjectId } from 'mongodb'; new ObjectId(text);")).toEqual([]);
  });
});

describe('keys of Web Crypto', () => {
  it.each<[string, unknown[]]>([
    ["{ name: 'HMAC', hash: 'SHA-256', length: 64 }", ['hmac', 64]],
    ["{ name: 'RSA-PSS', modulusLength: 1024 }", ['rsa', 1024]],
  ])('%s', (algorithm, expected) => {
    expect(fieldsOf(operationsIn(`crypto.subtle.generateKey(${algorithm}, true, ['sign']);`), 'key.generate', 'type', 'bits')).toEqual([expected]);
  });
});
