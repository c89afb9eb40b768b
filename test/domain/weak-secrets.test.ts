import { describe, expect, it } from 'vitest';
import { isPlaceholderPhrase } from '../../src/domain/weak-secrets.js';

describe('isPlaceholderPhrase', () => {
  it.each(['secret', 'changeme', 'Change-Me!', 'keyboard cat', 'supersecretkey', 'yourJwtSecretHere123', 'this is at least 32 characters long'])(
    'knows %s',
    (text) => expect(isPlaceholderPhrase(text)).toBe(true),
  );

  it.each(['', '12345678', 'correct horse battery staple', 'k9Qz1vR7yB3nM5tX', 'secret-12345678901', 'sécret', 'parcels'])(
    'leaves %s alone',
    (text) => expect(isPlaceholderPhrase(text)).toBe(false),
  );

  it('takes no longer for a long text', () => {
    expect(isPlaceholderPhrase('a'.repeat(100_000))).toBe(true);
    expect(isPlaceholderPhrase(`${'a'.repeat(100_000)}q`)).toBe(false);
  });
});
