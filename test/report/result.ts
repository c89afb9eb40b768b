import type { ReportedFinding, ScanResult } from '../../src/scanner/types.js';
import type { ReportContext } from '../../src/report/index.js';

export const context: ReportContext = {
  tool: { name: 'authlint', version: '1.2.3' },
  colors: false,
  pagePath: (docs) => `pages/${docs}`,
  repositoryPath: (file) => `packages/app/${file}`,
  rules: () => [
    {
      id: 'jwt-require-expiration',
      description: 'Issued tokens must expire',
      scope: 'file',
      messages: { missing: { text: 'The token never expires.', severity: 'warning', confidence: 'likely' } },
      standards: { cwe: [613], asvs: ['V7.3.2'], owasp: ['A07:2021'], api: ['API2:2023'] },
      page: page('jwt-require-expiration'),
    },
    {
      id: 'secret-no-hardcoded',
      description: 'Keys must not be written in the source',
      scope: 'file',
      messages: {
        hardcoded: { text: 'The key stands in the source.', severity: 'error', confidence: 'certain' },
        bundled: { text: 'The key may be bundled.', severity: 'info', confidence: 'review' },
      },
      standards: { cwe: [798, 21], rfc: ['RFC 8725 3.5'], nist: ['5.1'] },
      page: page('secret-no-hardcoded'),
    },
  ],
};

function page(id: string): string {
  return `# ${id}\n\nWhat it asks for.\n\n## Why\n\nBecause \`keys\` leak, see\n[another](other-rule.md) and [RFC](https://example.org/rfc).\n\nMore.\n\n## Examples\n\n\`\`\`ts\nsign({}, key);\n\`\`\`\n`;
}

const config = `export const config = {\n  jwt: '********',\n};\n`;
const login = `import { config } from './config';\n\nexport const login = () => sign({}, config.jwt);\n`;

export const hardcoded: ReportedFinding = {
  ruleId: 'secret-no-hardcoded',
  messageId: 'hardcoded',
  severity: 'error',
  confidence: 'certain',
  message: 'The signing key stands in the source.',
  file: 'src/config.ts',
  start: { line: 2, column: 8 },
  end: { line: 2, column: 18 },
  trace: [
    { file: 'src/login.ts', start: { line: 3, column: 28 }, end: { line: 3, column: 48 }, note: 'signs with it' },
    { file: 'src/config.ts', start: { line: 2, column: 8 }, end: { line: 2, column: 18 }, note: 'the key' },
  ],
  docs: 'rules/secret-no-hardcoded.md',
};

export const likely: ReportedFinding = {
  ...hardcoded,
  ruleId: 'jwt-require-expiration',
  severity: 'warning',
  confidence: 'likely',
  message: 'The token never expires.',
  file: 'src/login.ts',
  start: { line: 3, column: 28 },
  end: { line: 3, column: 32 },
  trace: [{ file: 'src/login.ts', start: { line: 3, column: 28 }, end: { line: 3, column: 48 }, note: 'signs' }],
  docs: 'rules/jwt-require-expiration.md',
};

export function result(...findings: readonly ReportedFinding[]): ScanResult {
  const count = (severity: string): number => findings.filter((finding) => finding.severity === severity).length;
  return {
    findings,
    diagnostics: [],
    summary: {
      files: { found: 10, candidates: 3, analysed: 2 },
      findings: { error: count('error'), warning: count('warning'), info: count('info') },
    },
    sources: new Map([['src/config.ts', config], ['src/login.ts', login]]),
  };
}
