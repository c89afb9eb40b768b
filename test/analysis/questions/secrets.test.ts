import { join } from 'node:path';
import { expect, it } from 'vitest';
import { scan } from '../../../src/scanner/scan.js';
import { root } from '../../support/files.js';

it('a secret that is read from a JSON file is reported in that file', async () => {
  const { findings } = await scan({ cwd: join(root, 'fixtures/projects/secrets-elsewhere'), preset: 'all' });
  const found = findings.filter(({ ruleId }) => ruleId === 'secret-no-hardcoded').map(({ file, start }) => `${file}:${start.line}`);
  expect(found).toEqual(['config/auth.config.js:2', 'config/default.json:1']);
});
