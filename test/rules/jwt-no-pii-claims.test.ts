import { expect, it } from 'vitest';
import { jwtNoPiiClaims } from '../../rules/jwt-no-pii-claims.js';
import { analyse } from '../../src/analysis/analyse.js';
import { defaultPolicy } from '../../src/policy/policy.js';
import { memoryHost } from '../support/memory-host.js';

function severity(claims: string): string | undefined {
  const text = `import jwt from "jsonwebtoken"; export const token = (id, email, key) => jwt.sign(${claims}, key, { expiresIn: "10m" });`;
  const [finding] = analyse(memoryHost({ 'main.ts': text }, { versions: { jsonwebtoken: '9.0.2' } }), ['main.ts'], [jwtNoPiiClaims], defaultPolicy);
  return finding?.severity;
}

it('takes what is in a mailed link for less than what is in an access token', () => {
  expect(severity('{ sub: id, email }')).toBe('warning');
  expect(severity('{ sub: id, email, type: "email-update" }')).toBe('info');
});
