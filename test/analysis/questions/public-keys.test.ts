import { expect, it } from 'vitest';
import { publicKeyEvidence } from '../../../src/analysis/questions/public-keys.js';
import { ask } from '../../support/ask.js';

const PEM = '-----BEGIN PUBLIC KEY-----\\nMFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE\\n-----END PUBLIC KEY-----';

it.each<readonly [string, 'certain' | 'likely' | undefined]>([
  [`use('${PEM}');`, 'certain'],
  ["import { importSPKI } from 'jose'; use(await importSPKI(text, 'RS256'));", 'certain'],
  ["import { createPublicKey } from 'node:crypto'; use(createPublicKey(text));", 'certain'],
  ['use(process.env.JWT_PUBLIC_KEY);', 'likely'],
  ['const publicKey = load(); use(publicKey);', 'likely'],
  ["import fs from 'fs'; use(fs.readFileSync('keys/jwt-public.pem'));", 'likely'],
  ["import fs from 'fs'; use(fs.readFileSync('keys/private.pem'));", undefined],
  ['use(process.env.JWT_SECRET);', undefined],
  ["use('publicity');", undefined],
  ['use(symmetric ? process.env.JWT_SECRET : process.env.JWT_PUBLIC_KEY);', undefined],
])('%s', (source, expected) => {
  const { values: [value] } = ask(source);
  expect(value === undefined ? 'nothing' : publicKeyEvidence(value)).toBe(expected);
});
