import { Ajv } from 'ajv';
import addFormats from 'ajv-formats';
import type { Log, Result, Run } from 'sarif';
import { describe, expect, it } from 'vitest';
import { reportContext } from '../../src/cli/report-context.js';
import { reporters } from '../../src/report/index.js';
import { scan } from '../../src/scanner/scan.js';
import type { ReportedFinding, ScanResult } from '../../src/scanner/types.js';
import { read, root } from '../support/files.js';
import { context, hardcoded, likely, result } from './result.js';

/** The official schema, which is draft 04; ajv reads the later drafts, which call its address `$id`. */
const official = JSON.parse(read('node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json')) as Record<string, unknown>;
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(Object.fromEntries(Object.entries(official).filter(([key]) => key !== 'id' && key !== '$schema')));

function logOf(scanned: ScanResult, withContext = context): Log {
  const text = reporters.sarif(scanned, withContext);
  expect(text).toMatch(/\}\n$/);
  const log = JSON.parse(text) as Log;
  validate(log);
  expect(validate.errors).toBeNull();
  return log;
}

function runOf(scanned: ScanResult, withContext = context): Run {
  const { runs } = logOf(scanned, withContext);
  const [run] = runs;
  if (run === undefined || runs.length > 1) throw new Error(`${runs.length} runs`);
  return run;
}

function resultsOf(...findings: readonly ReportedFinding[]): readonly Result[] {
  return runOf(result(...findings)).results ?? [];
}

function keysOf(scanned: ScanResult): (string | undefined)[] {
  return (runOf(scanned).results ?? []).map(({ partialFingerprints }) => partialFingerprints?.['authlint/v1']);
}

describe('the schema', () => {
  it('refuses what is no SARIF', () => {
    expect(validate({ version: '2.1.0', runs: [{ tool: { driver: {} } }] })).toBe(false);
    expect(validate({ version: '2.1.0', runs: [{ tool: { driver: { name: 'a', informationUri: 'no address' } } }] })).toBe(false);
  });
});

describe('sarif', () => {
  it('names the tool, the version and the unit of columns', () => {
    const log = logOf(result());
    expect(log.version).toBe('2.1.0');
    const { tool, columnKind, results } = runOf(result());
    expect(tool.driver).toMatchObject({ name: 'authlint', version: '1.2.3', semanticVersion: '1.2.3' });
    expect(tool.driver).not.toHaveProperty('informationUri');
    expect([columnKind, results]).toEqual(['utf16CodeUnits', []]);
    const homepage = { ...context, tool: { ...context.tool, homepage: 'https://example.org/authlint' } };
    expect(runOf(result(), homepage).tool.driver.informationUri).toBe('https://example.org/authlint');
  });

  it('writes a finding with level, place and the flow from the source to the sink', () => {
    const [first, second] = resultsOf(hardcoded, likely);
    const place = (uri: string, startLine: number, startColumn: number, endColumn: number) => ({
      artifactLocation: { uri, uriBaseId: '%SRCROOT%' },
      region: { startLine, startColumn, endLine: startLine, endColumn },
    });
    expect(first).toEqual({
      ruleId: 'secret-no-hardcoded',
      ruleIndex: 1,
      level: 'error',
      message: { text: 'The signing key stands in the source.' },
      locations: [{ physicalLocation: place('packages/app/src/config.ts', 2, 8, 18) }],
      codeFlows: [{
        threadFlows: [{
          locations: [
            { location: { physicalLocation: place('packages/app/src/config.ts', 2, 8, 18), message: { text: 'the key' } } },
            { location: { physicalLocation: place('packages/app/src/login.ts', 3, 28, 48), message: { text: 'signs with it' } } },
          ],
        }],
      }],
      partialFingerprints: { 'authlint/v1': expect.stringMatching(/^[\da-f]{32}:1$/) as string },
      properties: { confidence: 'certain' },
    });
    expect(second).toMatchObject({ ruleIndex: 0, level: 'warning', properties: { confidence: 'likely' } });
  });

  it('calls an info a note', () => {
    expect(resultsOf({ ...likely, severity: 'info' })[0]?.level).toBe('note');
  });

  it('defines the base of its relative URIs', () => {
    const { originalUriBaseIds, results = [] } = runOf(result(hardcoded));
    const base = results[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uriBaseId ?? '';
    expect(Object.keys(originalUriBaseIds ?? {})).toEqual([base]);
  });

  it.each([
    ['src/a b/100%/ü#?.ts', 'src/a%20b/100%25/%C3%BC%23%3F.ts'],
    ['app/[...slug]/route.ts', 'app/%5B...slug%5D/route.ts'],
    ['c:stream.ts', 'c%3Astream.ts'],
    ['../other/a.ts', '../other/a.ts'],
    ['lone\uD800.ts', 'lone%EF%BF%BD.ts'],
  ])('writes %j as a relative URI', (file, uri) => {
    const { results = [] } = runOf(result({ ...likely, file }), { ...context, repositoryPath: (path) => path });
    expect(results[0]?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual({ uri, uriBaseId: '%SRCROOT%' });
  });

  it.each([
    ['D:/other drive/a.ts', 'file:///D:/other%20drive/a.ts'],
    ['//server/share/a.ts', 'file://server/share/a.ts'],
  ])('writes %j, which is not below the root, with a scheme', (file, uri) => {
    const { results = [] } = runOf(result({ ...likely, file }), { ...context, repositoryPath: (path) => path });
    expect(results[0]?.locations?.[0]?.physicalLocation?.artifactLocation).toEqual({ uri });
  });

  it('tells of what could not be read', () => {
    const scanned = { ...result(likely), diagnostics: [{ file: 'a b.ts', message: 'The file is not valid UTF-8.' }] };
    expect(runOf(scanned).invocations).toEqual([{
      executionSuccessful: true,
      toolExecutionNotifications: [{
        level: 'warning',
        message: { text: 'The file is not valid UTF-8.' },
        locations: [{ physicalLocation: { artifactLocation: { uri: 'packages/app/a%20b.ts', uriBaseId: '%SRCROOT%' } } }],
      }],
    }]);
  });

  it('leaves the index out for a rule that it does not know', () => {
    expect(resultsOf({ ...likely, ruleId: 'another' })[0]).not.toHaveProperty('ruleIndex');
  });
});

describe('the rules', () => {
  const rules = runOf(result()).tool.driver.rules ?? [];

  it('are those that ran, found or not, with what code scanning shows', () => {
    expect(rules.map(({ id }) => id)).toEqual(['jwt-require-expiration', 'secret-no-hardcoded']);
    expect(rules[1]).toEqual({
      id: 'secret-no-hardcoded',
      shortDescription: { text: 'Keys must not be written in the source.' },
      fullDescription: { text: 'Keys must not be written in the source. Because keys leak, see\nanother and [RFC](https://example.org/rfc).' },
      help: {
        markdown: expect.stringContaining('see\nanother and [RFC](https://example.org/rfc).\n') as string,
        text: expect.stringMatching(/^secret-no-hardcoded\n[^`]*\nExamples\n\nsign\(\{\}, key\);$/) as string,
      },
      defaultConfiguration: { level: 'error' },
      properties: {
        tags: ['security', 'external/cwe/cwe-798', 'external/cwe/cwe-021', 'external/nist/sp800-63b-4-5.1', 'external/rfc/rfc-8725-3.5'],
        precision: 'very-high',
        'security-severity': '8.0',
      },
    });
    expect(rules[0]?.properties).toEqual({
      tags: ['security', 'external/cwe/cwe-613', 'external/owasp/a07-2021', 'external/owasp/api2-2023', 'external/asvs/v7.3.2'],
      precision: 'high',
      'security-severity': '5.0',
    });
  });

  it('stay within what code scanning takes', () => {
    const many = Array.from({ length: 30 }, (_, index) => index + 100);
    const page = `# a\n\n## Why\n\n${'Long. '.repeat(400)}\n`;
    const [rule] = context.rules();
    const wide = { ...context, rules: () => (rule ? [{ ...rule, page, standards: { cwe: many } }] : []) };
    const [described] = runOf(result(), wide).tool.driver.rules ?? [];
    expect(described?.properties?.tags).toHaveLength(20);
    expect(described?.fullDescription?.text).toMatch(/^Issued tokens must expire\. Long\. .*\u2026$/);
    expect(described?.fullDescription?.text).toHaveLength(1024);
  });
});

describe('the fingerprint', () => {
  const moved = (finding: ReportedFinding, source: string, line: number, column = finding.start.column): ScanResult => ({
    ...result({ ...finding, start: { line, column }, end: { line, column: column + 4 } }),
    sources: new Map([['src/login.ts', source]]),
  });
  const before = keysOf(moved(likely, 'a;\nsign({}, key);\n', 2, 1));

  it.each([
    ['lines come before it', 'a;\nb;\nc;\nsign({}, key);\n', 4, 1],
    ['it is indented', 'a;\n    sign({},  key);\n', 2, 5],
    ['line ends change', 'a;\r\nsign({}, key);\r\n', 2, 1],
  ])('stays when %s', (_, source, line, column) => {
    expect(keysOf(moved(likely, source, line, column))).toEqual(before);
  });

  it.each([
    ['rule', moved({ ...likely, ruleId: 'other' }, 'a;\nsign({}, key);\n', 2, 1)],
    ['message', moved({ ...likely, messageId: 'other' }, 'a;\nsign({}, key);\n', 2, 1)],
    ['line', moved(likely, 'a;\nsign({}, anotherKey);\n', 2, 1)],
  ])('changes with the %s', (_, scanned) => {
    expect(keysOf(scanned)).not.toEqual(before);
  });

  it('changes with the file', () => {
    const scanned = moved({ ...likely, file: 'src/other.ts' }, '', 2, 1);
    expect(keysOf({ ...scanned, sources: new Map([['src/other.ts', 'a;\nsign({}, key);\n']]) })).not.toEqual(before);
  });

  it('is unique, also for what stands twice on one line or in two equal lines', () => {
    const source = 'sign(a); sign(b);\nsign(a); sign(b);\n';
    const at = (line: number, column: number): ReportedFinding =>
      ({ ...likely, start: { line, column }, end: { line, column: column + 4 } });
    const scanned = { ...result(at(1, 1), at(1, 10), at(2, 1), at(2, 10)), sources: new Map([['src/login.ts', source]]) };
    const keys = keysOf(scanned);
    expect(new Set(keys).size).toBe(4);
    expect(keys.map((key) => key?.split(':')[1])).toEqual(['1', '2', '3', '4']);
  });
});

describe('a real scan', () => {
  it('is valid, has no secret, unique fingerprints and help, and the same bytes each time', async () => {
    const options = { cwd: root, paths: ['fixtures/apps/insecure'], preset: 'all' } as const;
    const real = reportContext(root, false);
    const text = reporters.sarif(await scan(options), real);
    const run = runOf(await scan(options), real);
    expect(JSON.parse(text)).toMatchObject({ runs: [run] });
    expect(run.results?.length).toBeGreaterThan(10);
    for (const { ruleId, ruleIndex = -1 } of run.results ?? []) expect(run.tool.driver.rules?.[ruleIndex]?.id).toBe(ruleId);
    const keys = (run.results ?? []).map(({ partialFingerprints }) => partialFingerprints?.['authlint/v1']);
    expect(new Set(keys).size).toBe(keys.length);
    for (const rule of run.tool.driver.rules ?? []) {
      expect(rule.help?.markdown).toContain(`# ${rule.id}\n`);
      expect(rule.help?.markdown).not.toMatch(/\]\([\w-]+\.md\)/);
      expect(rule.fullDescription?.text.length).toBeGreaterThan((rule.shortDescription?.text.length ?? 0) + 20);
    }
    expect(text).not.toContain(root);
    const config = read('fixtures/apps/insecure/api/src/config/index.ts');
    const secrets = [...config.matchAll(/(?:Secret: |\?\? |\|\| )'([\w-]+)'/g)].map(([, secret = '']) => secret);
    expect(secrets).toContain('dev-secret');
    expect(secrets.filter((secret) => JSON.stringify(run.results).includes(secret))).toEqual([]);
  });
});
