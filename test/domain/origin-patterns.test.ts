import { describe, expect, it } from 'vitest';
import { foreignOriginFor } from '../../src/domain/origin-patterns.js';

describe('foreignOriginFor', () => {
  it.each([
    ['/.*/', 'https://attacker.example'],
    ['/example\\.com$/', 'https://attackerexample.com'],
    ['/^https:\\/\\/.*example\\.com$/i', 'https://attackerexample.com'],
    ['/^https:\\/\\/example\\.com/', 'https://example.com.attacker.example'],
    ['/^https:\\/\\/app.example\\.com$/', 'https://appxexample.com'],
    ['/^http:\\/\\/localhost/', 'http://localhost.attacker.example'],
    ['/^https:\\/\\/a\\.example$|shop\\.example$/g', 'https://attackershop.example'],
  ])('finds a name that others can have for %s', (text, origin) => {
    expect(foreignOriginFor(text)).toBe(origin);
  });

  it.each([
    '/^https:\\/\\/example\\.com$/',
    '/^https:\\/\\/example.com$/',
    '/\\.example\\.com$/',
    '/^https?:\\/\\/(www\\.)?example\\.com(:\\d+)?$/',
    '/^https:\\/\\/[a-z]+\\.example\\.com$/',
    '/^http:\\/\\/localhost:\\d+$/',
    '/^http:\\/\\/localhost:3000/',
    '/(/',
    'example.com',
  ])('finds none for %s', (text) => {
    expect(foreignOriginFor(text)).toBeUndefined();
  });
});
