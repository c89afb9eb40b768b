import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { rules } from '../rules/index.js';
import { appliedAll, type TextEdit } from './support/edits.js';
import { read, root, sourceFiles, subdirectories } from './support/files.js';
import { messagesOf, offersOf, projectPath, removeProjects } from './support/hosts.js';

/** `fixtures/edits/<rule>/<case>.ts`; beside it `<case>.fixed.ts` and `<case>.suggested.ts`, where there is anything to do. */
const GOLDEN = /\.(?:fixed|suggested)\.([mc]?[jt]sx?)$/;

afterAll(removeProjects);

describe.each(subdirectories('fixtures/edits'))('edits of %s', (ruleId) => {
  const rule = rules.find(({ meta }) => meta.id === ruleId);
  const cases = sourceFiles(`fixtures/edits/${ruleId}`).filter((file) => !GOLDEN.test(file));

  describe.each(cases)('%s', (file) => {
    const original = read(file);
    const path = projectPath(file, original);
    // What needs the whole project is the scanner's alone.
    const reported = (text: string) => rule?.meta.scope === 'project'
      ? offersOf(rule, path, text)
      : messagesOf(path, text).filter((message) => message.ruleId === `authlint/${ruleId}`);

    const check = (kind: 'fixed' | 'suggested', editsOf: (text: string) => TextEdit[]): void => {
      const golden = file.replace(/\.(\w+)$/, `.${kind}.$1`);
      const edited = appliedAll(original, editsOf);
      expect(edited).toBe(existsSync(join(root, golden)) ? read(golden) : original);
      expect(editsOf(edited)).toEqual([]);
      expect(reported(edited)).toHaveLength(reported(original).length - editsOf(original).length);
    };

    it('is reported', () => {
      expect(reported(original)).not.toEqual([]);
    });

    it('is repaired by fixes', () => {
      check('fixed', (text) => reported(text).flatMap(({ fix }) => fix ?? []));
    });

    it('is repaired by suggestions', () => {
      check('suggested', (text) => reported(text).flatMap(({ suggestions = [] }) => suggestions.slice(0, 1).map(({ fix }) => fix)));
    });
  });
});

describe('the rules with edits', () => {
  const golden = (ruleId: string, kind: string): boolean => sourceFiles(`fixtures/edits/${ruleId}`).some((file) => file.includes(`.${kind}.`));

  it('have golden files of what they offer', () => {
    // What is a fix of a certain finding is a suggestion of a likely one.
    const offered = rules.map(({ meta: { id, fixable = false, hasSuggestions = false } }) =>
      ({ id, fixed: fixable, suggested: fixable || hasSuggestions }));
    expect(rules.map(({ meta: { id } }) => ({ id, fixed: golden(id, 'fixed'), suggested: golden(id, 'suggested') }))).toEqual(offered);
  });
});
