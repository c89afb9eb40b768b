import { describe, expect, it } from 'vitest';
import { analyse } from '../../../src/analysis/analyse.js';
import { defaultPolicy } from '../../../src/policy/policy.js';
import { jwtNoDecodeForAuth } from '../../../rules/jwt-no-decode-for-auth.js';
import { memoryHost } from '../../support/memory-host.js';

/** Whether the claims that `middleware` makes the user of its request are taken for unverified ones. */
function isReported(body: string, others = ''): boolean {
  const text = `import jwt from 'jsonwebtoken'; ${others}
    export function middleware(req, res, next) { const token = req.cookies.session; ${body} next(); }`;
  return analyse(memoryHost({ 'main.ts': text }, { versions: { jsonwebtoken: '9.0.2' } }), ['main.ts'], [jwtNoDecodeForAuth], defaultPolicy).length > 0;
}

const TAKE = 'req.user = jwt.decode(token);';

describe('a token that is verified as well', () => {
  it.each([
    ['before', `jwt.verify(token, key); ${TAKE}`],
    ['after', `${TAKE} jwt.verify(token, key);`],
    ['in a test before', `if (!jwt.verify(token, key)) return; ${TAKE}`],
    ['where the error is answered', `try { jwt.verify(token, key); } catch { return res.end(); } ${TAKE}`],
    ['in the same branch', `if (token) { jwt.verify(token, key); ${TAKE} }`],
    ['in the branch that goes on', `if (token) { jwt.verify(token, key); } else { return; } ${TAKE}`],
    ['with one of several keys', `let claims; for (const one of keys) { try { claims = jwt.verify(token, one); } catch {} } if (!claims) return; ${TAKE}`],
    ['around it', `jwt.verify(token, (header, done) => { ${TAKE} done(null, key); }, () => {});`],
    ['by hand', `const mac = createHmac('sha256', key).update(token).digest(); ${TAKE}`],
    ['by a function whose name says so and that cannot be seen', `await validateToken(token); ${TAKE}`],
  ])('%s is believed', (_, body) => {
    expect(isReported(body)).toBe(false);
  });

  it('by a function of the project is believed', () => {
    expect(isReported(`open(token); ${TAKE}`, 'function open(it) { return jwt.verify(it, key); }')).toBe(false);
    expect(isReported(`open(token); ${TAKE}`, 'function open(it) { return inner(it); } function inner(it) { return jwt.verify(it, key); }')).toBe(false);
  });
});

describe('a token that is not', () => {
  it.each([
    ['at all', TAKE],
    ['on this way', `if (strict) { jwt.verify(token, key); } else { ${TAKE} }`],
    ['on every way', `if (strict) { jwt.verify(token, key); } ${TAKE}`],
    ['where the error is swallowed', `try { jwt.verify(token, key); } catch {} ${TAKE}`],
    ['because the verification failed', `try { req.user = jwt.verify(token, key); } catch { ${TAKE} }`],
    ['because it has left', `if (trusted) { ${TAKE} return next(); } jwt.verify(token, key);`],
    ['in a case of its own', `switch (kind) { case 1: jwt.verify(token, key); break; case 2: ${TAKE} }`],
    ['but another is', `jwt.verify(req.cookies.other, key); req.user = jwt.decode(req.cookies.session);`],
  ])('%s is reported', (_, body) => {
    expect(isReported(body)).toBe(true);
  });

  it('by a function that only says so is reported', () => {
    expect(isReported(`verifyToken(token); ${TAKE}`, 'function verifyToken(it) { if (!jwt.decode(it)) throw new Error(); }')).toBe(true);
  });
});
