import { Linter } from 'eslint';
import * as espree from 'espree';
import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/analysis/finding.js';
import type { Comment } from '../../src/ir/types.js';
import { Lines } from '../../src/scanner/lines.js';
import { applySuppressions } from '../../src/scanner/suppressions.js';

/** Every `bad` and `worse` is a finding of the rule of that name. */
const pattern = /\b(?:bad|worse)\b(?=\()/g;

function ours(text: string): string[] {
  const lines = new Lines(text);
  const parsed = espree.parse(text, { ecmaVersion: 'latest', comment: true, range: true }) as unknown as {
    comments: { type: 'Line' | 'Block'; value: string; range: [number, number] }[];
  };
  const comments = parsed.comments.map(
    ({ type, value, range }): Comment => ({ type: type === 'Line' ? 'line' : 'block', text: value, range }),
  );
  const findings = [...text.matchAll(pattern)].map(
    ({ 0: name, index }): Finding => ({
      ruleId: name, messageId: 'm', severity: 'error', confidence: 'certain', message: '',
      trace: [], count: 1, secrets: [],
      place: { file: 'a.js', range: [index, index + name.length] },
    }),
  );
  return applySuppressions(findings, comments, lines).map(({ ruleId, place }) => {
    const { line, column } = lines.position(place.range[0]);
    return `${ruleId} ${line}:${column}`;
  });
}

function eslints(text: string): string[] {
  const rule = (name: string) => ({
    create: (context: { report: (problem: object) => void }) => ({
      Identifier(node: { name: string }) {
        if (node.name === name) context.report({ node, message: name });
      },
    }),
  });
  const plugin = { rules: { bad: rule('bad'), worse: rule('worse') } };
  const messages = new Linter().verify(text, [
    { plugins: { authlint: plugin as never }, rules: { 'authlint/bad': 'error', 'authlint/worse': 'error' } },
  ]);
  // ESLint also says of an unknown id in a directive that there is no such rule.
  const relevant = messages.filter(({ ruleId }) => ruleId === 'authlint/bad' || ruleId === 'authlint/worse');
  return relevant.map(({ ruleId, line, column }) => `${ruleId?.slice('authlint/'.length) ?? ''} ${line}:${column}`);
}

const cases: Record<string, string> = {
  'nothing': 'bad(); // a comment\nworse();',
  'disable for all, enable for all': '/* eslint-disable */\nbad();\n/* eslint-enable */ worse();',
  'disable one of two': '/* eslint-disable authlint/bad */\nbad(); worse();',
  'disable two, enable one':
    '/* eslint-disable authlint/bad, authlint/worse */ bad();\n/* eslint-enable authlint/worse */ bad(); worse();',
  'enable does not lift a disable for all when it names another rule':
    '/* eslint-disable */ bad();\n/* eslint-enable authlint/worse */ bad(); worse();',
  'disable in the middle of a line': 'bad(); /* eslint-disable authlint/bad */ bad();',
  'line comments do not disable blocks': '// eslint-disable\nbad();\n// eslint-disable authlint/bad\nbad();',
  'disable-line': 'bad(); worse(); // eslint-disable-line authlint/bad\nbad();',
  'disable-line before the code': '/* eslint-disable-line */ bad();\nbad();',
  'disable-line over two lines': 'bad(); /* eslint-disable-line\n authlint/bad */ bad();',
  'disable-next-line': '// eslint-disable-next-line authlint/worse\nworse(); bad();\nworse();',
  'disable-next-line for all': '// eslint-disable-next-line\nworse(); bad();\nworse();',
  'disable-next-line over several lines counts from its end':
    '/* eslint-disable-next-line\n authlint/bad,\n authlint/worse\n*/\nbad(); worse();\nbad();',
  'consecutive next-line':
    '// eslint-disable-next-line authlint/bad\nbad(); // eslint-disable-next-line authlint/bad\nbad();\nbad();',
  'a reason':
    '// eslint-disable-next-line authlint/bad -- not worse\nbad(); worse();\n/* eslint-disable --- why */ bad();',
  'a reason without space belongs to the list': '// eslint-disable-next-line authlint/bad --why\nbad();',
  'quotes around a rule': '// eslint-disable-next-line "authlint/bad", \'authlint/worse\'\nbad(); worse();',
  'another plugin': '// eslint-disable-next-line other/bad, no-undef\nbad();',
  'empty items': '// eslint-disable-next-line , authlint/bad ,,\nbad(); worse();',
  'a word behind the directive': '// eslint-disable-next-lines\nbad();\n/* eslint-disabled */ bad();',
  'documentation comments': '/** eslint-disable */ bad();\n/**\n * eslint-disable\n */\nbad();',
  'line directives do not end block directives':
    '/* eslint-disable authlint/bad */\nbad(); // eslint-disable-line authlint/bad\nbad();',
  'enable does not lift line directives': 'bad(); /* eslint-enable */ bad(); // eslint-disable-line',
  'other line ends': '// eslint-disable-next-line\r\nbad();\r\nbad();',
};

describe('applySuppressions', () => {
  it.each(Object.entries(cases))('does as ESLint does: %s', (_, text) => {
    expect(ours(text)).toEqual(eslints(text));
  });

  it('is compared on texts that leave something and suppress something', () => {
    const all = Object.values(cases).reduce((sum, text) => sum + [...text.matchAll(pattern)].length, 0);
    const left = Object.values(cases).reduce((sum, text) => sum + eslints(text).length, 0);
    expect(left).toBeGreaterThan(15);
    expect(all - left).toBeGreaterThan(15);
  });
});
