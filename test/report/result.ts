import type { ReportedFinding, ScanResult } from '../../src/scanner/types.js';
import type { ReportContext } from '../../src/report/index.js';

export const context: ReportContext = {
  tool: { name: 'authlint', version: '1.2.3' },
  colors: false,
  pagePath: (docs) => `pages/${docs}`,
};

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
