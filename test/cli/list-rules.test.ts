import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { rules } from '../../rules/index.js';
import { root } from '../support/files.js';
import { run } from '../support/run-cli.js';

interface Listed {
  readonly id: string;
  readonly severity: string;
  readonly confidence: string;
  readonly presets: readonly string[];
  readonly standards: Readonly<Record<string, readonly unknown[]>>;
  readonly fixable: boolean;
  readonly hasSuggestions: boolean;
  readonly docs: string;
}

const KEYS = ['id', 'description', 'severity', 'confidence', 'presets', 'standards', 'scope', 'fixable', 'hasSuggestions', 'docs'];

describe('the list of rules', () => {
  it('is a table for people, sorted by id', async () => {
    const { code, stdout, stderr } = await run('scan', '--list-rules');
    expect([code, stderr]).toEqual([0, '']);
    const lines = stdout.trimEnd().split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(rules.map(({ meta }) => meta.id));
    expect(lines).toContainEqual(expect.stringMatching(/^jwt-no-none +error +editor and scan +Unsigned tokens must be /));
    expect(lines).toContainEqual(expect.stringMatching(/^session-idle-timeout +warning +scan only +/));
  });

  it('is a JSON array for programs, with the same keys for every rule', async () => {
    const { code, stdout, stderr } = await run('scan', '--list-rules', '--format', 'json');
    expect([code, stderr]).toEqual([0, '']);
    const listed = JSON.parse(stdout) as Listed[];
    expect(listed.map(({ id }) => id)).toEqual(rules.map(({ meta }) => meta.id).sort());
    for (const rule of listed) {
      expect(Object.keys(rule), rule.id).toEqual(KEYS);
      expect(Object.keys(rule.standards), rule.id).toEqual(['cwe', 'asvs', 'rfc', 'owasp', 'api', 'nist']);
      const standards = rules.find(({ meta }) => meta.id === rule.id)?.meta.standards;
      expect(rule.standards, rule.id).toEqual({ asvs: [], rfc: [], owasp: [], api: [], nist: [], ...standards });
      expect(existsSync(join(root, rule.docs)), rule.docs).toBe(true);
    }
  });

  it('says the worst severity, the surest confidence, and every preset that shows any message', async () => {
    const listed = JSON.parse((await run('--list-rules', '-f', 'json')).stdout) as Listed[];
    const byId = new Map(listed.map((rule) => [rule.id, rule]));
    expect(byId.get('jwt-no-none')).toMatchObject({
      severity: 'error', confidence: 'certain', presets: ['recommended', 'strict', 'all'], fixable: false, hasSuggestions: true,
    });
    expect(byId.get('cookie-require-httponly')).toMatchObject({ fixable: true, hasSuggestions: false });
  });
});
