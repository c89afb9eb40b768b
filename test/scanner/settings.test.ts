import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { reporters } from '../../src/report/index.js';
import { scan } from '../../src/scanner/scan.js';
import type { ScanResult } from '../../src/scanner/types.js';
import { tree } from './tree.js';

const SECRET = 'JWT_SECRET=Kp4wRz8mTx2v\n';

/** Git without the configuration of the machine or of a hook that runs these tests. */
function git(cwd: string, ...args: string[]): void {
  const own = Object.entries(process.env).filter(([name]) => !name.startsWith('GIT_'));
  const env = { ...Object.fromEntries(own), GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' };
  execFileSync('git', args, { cwd, env, stdio: 'ignore' });
}

function repository(files: Readonly<Record<string, string>>, ...tracked: string[]): string {
  const root = tree(files);
  git(root, 'init');
  if (tracked.length > 0) git(root, 'add', '--force', ...tracked);
  return root;
}

function places(result: ScanResult): string[] {
  return result.findings.map(({ file, start, ruleId }) => `${file}:${start.line}:${start.column} ${ruleId}`);
}

async function found(root: string, options: Parameters<typeof scan>[0] = {}): Promise<string[]> {
  return places(await scan({ cwd: root, ...options }));
}

afterEach(() => {
  vi.unstubAllEnvs();
});

describe('files of settings in a git work tree', () => {
  const files = { '.env': SECRET, 'api/.env.local': SECRET, 'api/.env.staging': SECRET, 'compose.yml': 'services: { a: { environment: [JWT_SECRET=Kp4wRz8mTx2v] } }' };

  it('count where git tracks them, whatever an ignore file says', async () => {
    const root = repository({ ...files, '.gitignore': '.env*' }, 'api/.env.local', 'compose.yml');
    expect(await found(root)).toEqual(['api/.env.local:1:12 secret-no-hardcoded', 'compose.yml:1:43 secret-no-hardcoded']);
    expect(await found(join(root, 'api'))).toEqual(['.env.local:1:12 secret-no-hardcoded']);
  });

  it('count where they are asked for by their path', async () => {
    const root = repository(files);
    expect(await found(root)).toEqual([]);
    const result = await scan({ cwd: root, paths: ['.env'] });
    expect(places(result)).toEqual(['.env:1:12 secret-no-hardcoded']);
    expect(result.summary.files).toEqual({ found: 1, candidates: 1, analysed: 1 });
  });

  it('belong to the innermost repository', async () => {
    const root = repository({ '.env': SECRET, 'inner/.env': SECRET });
    git(join(root, 'inner'), 'init');
    git(join(root, 'inner'), 'add', '.env');
    expect(await found(root)).toEqual(['inner/.env:1:12 secret-no-hardcoded']);
  });

  it('are asked of this repository within a hook of another', async () => {
    const other = repository({ '.env': SECRET }, '.env');
    const root = repository({ '.env': SECRET, '.env.local': SECRET }, '.env.local');
    vi.stubEnv('GIT_DIR', join(other, '.git'));
    vi.stubEnv('GIT_WORK_TREE', other);
    expect(await found(root)).toEqual(['.env.local:1:12 secret-no-hardcoded']);
  });

  it('count where no ignore file names them when git cannot be asked', async () => {
    const root = repository({ '.env': SECRET, '.env.local': SECRET, '.gitignore': '.env.local' });
    vi.stubEnv('PATH', join(root, 'nowhere'));
    expect(await found(root)).toEqual(['.env:1:12 secret-no-hardcoded']);
  });

  it('do not belong to a repository around a broken one', async () => {
    const root = repository({ 'inner/.env': SECRET }, 'inner/.env');
    mkdirSync(join(root, 'inner/.git'));
    expect(await found(join(root, 'inner'))).toEqual(['.env:1:12 secret-no-hardcoded']);
    writeFileSync(join(root, 'inner/.gitignore'), '.env');
    expect(await found(join(root, 'inner'))).toEqual([]);
  });
});

describe('files of settings outside of a work tree', () => {
  it('all count but those of tests', async () => {
    const root = tree({ '.env': SECRET, '.env.local': SECRET, '.env.test': SECRET, 'test/.env': SECRET, 'node_modules/a/.env': SECRET, '.gitignore': '.env.local' });
    expect(await found(root)).toEqual(['.env:1:12 secret-no-hardcoded', '.env.local:1:12 secret-no-hardcoded']);
    expect(await found(root, { ignore: false })).toEqual([
      '.env:1:12 secret-no-hardcoded', '.env.local:1:12 secret-no-hardcoded', '.env.test:1:12 secret-no-hardcoded', 'test/.env:1:12 secret-no-hardcoded',
    ]);
  });

  it('are counted beside the modules, YAML of other kinds is not', async () => {
    const root = tree({ 'a.ts': '', '.env': 'PORT=1', 'ci.yml': 'jobs: { secret: 1 }', 'k8s.yml': 'kind: Secret\nstringData: { JWT_SECRET: Kp4wRz8mTx2v }' });
    const { summary } = await scan({ cwd: root });
    expect(summary.files).toEqual({ found: 3, candidates: 1, analysed: 1 });
  });

  it('cost nothing else where they are broken', async () => {
    const root = tree({ '.env': SECRET, 'compose.yml': 'services: [secret', 'b.env': new Uint8Array([0xff, 0xfe, 0x41]), 'k.yml': 'kind: Secret\n\tx: [' });
    const { findings, diagnostics } = await scan({ cwd: root });
    expect(findings).toHaveLength(1);
    expect(diagnostics).toEqual([
      { file: 'b.env', message: 'The file is not valid UTF-8 and was skipped.' },
      { file: 'compose.yml', message: 'The file is not valid YAML; what could be read of it was used.' },
    ]);
  });

  it('say that they are broken where a manifest, which may be a template, is asked for by its path', async () => {
    const root = tree({ 'k.yml': 'kind: Secret\n\tx: [' });
    const { diagnostics } = await scan({ cwd: root, paths: ['k.yml'] });
    expect(diagnostics).toEqual([{ file: 'k.yml', message: 'The file is not valid YAML; what could be read of it was used.' }]);
  });

  it('follow what the code uses as a key, whatever its name', async () => {
    const code = `import jwt from 'jsonwebtoken';\nexport const sign = () => jwt.sign({}, process.env.PARCELS!, { expiresIn: '1m', issuer: 'a', audience: 'b' });\n`;
    const root = tree({ 'package.json': '{ "dependencies": { "jsonwebtoken": "9.0.2" } }', 'a.ts': code, '.env': 'OTHER=abc\nPARCELS=Kp4wRz8mTx2v\n' });
    const { findings } = await scan({ cwd: root });
    expect(findings.map(({ file, start, confidence }) => [file, start.line, confidence])).toEqual([['.env', 2, 'certain']]);
    expect(findings[0]?.trace.map(({ file, start }) => [file, start.line])).toEqual([['a.ts', 2], ['a.ts', 2], ['.env', 2]]);
  });
});

describe('reports about files of settings', () => {
  const body = ['MC4CAQAwBQYDK2VwBCIEIGFh', 'YWFhYWFhYWFhYWFhYWFhYWFh', 'YWFhYWFhYWFhYWFhYWFhYWFh'];
  const values = ['Kp4wRz8mTx2v', 'hunter2hunter2', 'Old-3nXq5Tz7', 'Zk7pLm2x', 'bGVha2VkLWhlcmU', ...body];
  const root = (): string => tree({
    '.env': `# JWT_SECRET=Old-3nXq5Tz7\nJWT_SECRET=Kp4wRz8mTx2v\nDB_PASSWORD=hunter2hunter2\nJWT_PRIVATE_KEY="-----BEGIN PRIVATE KEY-----\n${body.join('\n')}\n-----END PRIVATE KEY-----"\nPORT=80\n`,
    'compose.yml': 'services:\n  a:\n    environment:\n      # DB_PASSWORD: Old-3nXq5Tz7\n      - DB_PASSWORD=hunter2hunter2\n      - JWT_SECRET=Kp4wRz8mTx2v\n      - API_TOKEN=Zk7pLm2x\n',
    'k8s.yml': 'kind: Pod\nspec:\n  containers:\n    - env:\n        - name: DB\n          value: hunter2hunter2\n        - name: JWT_SECRET\n          value: Kp4wRz8mTx2v\n---\nkind: Secret\ndata:\n  JWT_SECRET: bGVha2VkLWhlcmU=\n',
  });

  it.each(Object.entries(reporters))('show no value as %s', async (_, report) => {
    const result = await scan({ cwd: root(), preset: 'all' });
    expect(result.findings).toHaveLength(5);
    const context = {
      tool: { name: 'authlint', version: '1.0.0' }, colors: false, rules: () => [], pagePath: (page: string) => page, repositoryPath: (path: string) => path,
    };
    const texts = [report(result, context), JSON.stringify(result), ...result.sources.values()];
    for (const text of texts) expect(values.filter((value) => text.includes(value))).toEqual([]);
    expect(result.sources.get('.env')).toMatch(/^# JWT_SECRET=\*+\nJWT_SECRET=\*+\nDB_PASSWORD=\*+\nJWT_PRIVATE_KEY=\*+\n(?:\*+\n)+\*+"\nPORT=\*+\n$/);
  });
});
