import { Linter } from 'eslint';
import { describe, expect, it } from 'vitest';
import plugin from '../../src/eslint/plugin.js';

const CODE = `import jwt from 'jsonwebtoken';\nexport const read = (token, key) => jwt.verify(token, key);\n`;

function lint(settings: unknown): string[] {
  const config: Linter.Config = {
    plugins: { authlint: plugin },
    rules: { 'authlint/jwt-require-algorithms': 'error' },
    settings: { authlint: settings },
  };
  return new Linter().verify(CODE, config, 'read.js').map(({ ruleId }) => ruleId ?? 'no rule');
}

describe('settings.authlint', () => {
  it.each([
    [undefined, ['authlint/jwt-require-algorithms']],
    [{}, ['authlint/jwt-require-algorithms']],
    [{ minSeverity: 'warning', minConfidence: 'certain' }, ['authlint/jwt-require-algorithms']],
    [{ minSeverity: 'error' }, []],
  ])('%j is heeded', (settings, expected) => {
    expect(lint(settings)).toEqual(expected);
  });

  it.each([
    [{ minSeverity: 'warn' }, `settings.authlint.minSeverity: "warn" is none of 'info', 'warning', 'error'.`],
    [{ minConfidence: 3 }, `settings.authlint.minConfidence: 3 is none of 'review', 'likely', 'certain'.`],
    [{ minimum: 'likely' }, `settings.authlint: there is no 'minimum', only minConfidence and minSeverity.`],
  ])('%j is refused', (settings, message) => {
    expect(() => lint(settings)).toThrow(message);
  });
});
