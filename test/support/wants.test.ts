import { describe, expect, it } from 'vitest';
import { missing, unexpected, versionsIn, wantsIn, type Reported } from './wants.js';

const found: Reported = { ruleId: 'a-b', messageId: 'm', message: 'No `x`.', line: 2, column: 3, endLine: 2, endColumn: 5 };

describe('the expectations of a fixture', () => {
  it('are read from line and block comments, several on a line, with patterns', () => {
    const text = 'f(); // want a-b, c-d /x, \\/y/ // want:project e-f\n<a b={c} /* want a-b */ />;\n// nobody would want this\n';
    expect(wantsIn(text)).toEqual([
      { ruleId: 'a-b', line: 1, message: undefined, projectOnly: false, named: false },
      { ruleId: 'c-d', line: 1, message: /x, \/y/, projectOnly: false, named: false },
      { ruleId: 'e-f', line: 1, message: undefined, projectOnly: true, named: false },
      { ruleId: 'a-b', line: 2, message: undefined, projectOnly: false, named: false },
    ]);
  });

  it('say what only the scanner, and what only a name can tell', () => {
    const marks = wantsIn('// want:project a-b\n// want:named a-b\n// want:project:named a-b').map(({ projectOnly, named }) => [projectOnly, named]);
    expect(marks).toEqual([[true, false], [false, true], [true, true]]);
  });

  it('take versions from the first line only', () => {
    const header = '// versions: jsonwebtoken@8.5.1, @hapi/jwt@^3.0.0, express@>=4 <6';
    expect([...versionsIn(`${header}\nf();`)]).toEqual([['jsonwebtoken', '8.5.1'], ['@hapi/jwt', '^3.0.0'], ['express', '>=4 <6']]);
    expect(versionsIn(`f();\n${header}`).size).toBe(0);
  });

  it('fail for another line, rule or message', () => {
    const expected = (text: string): string[] => {
      const wants = wantsIn(text);
      return [...unexpected('f', [found], wants), ...missing('f', [found], wants)];
    };
    expect(expected('\n// want a-b')).toEqual([]);
    expect(expected('\n// want a-b /No .x/')).toEqual([]);
    expect(expected('// want a-b')).toEqual(['f:2:3 unexpected a-b: No `x`.', 'f:1 missing a-b']);
    expect(expected('\n// want c-d')).toEqual(['f:2:3 unexpected a-b: No `x`.', 'f:2 missing c-d']);
    expect(expected('\n// want a-b /y/')).toEqual(['f:2:3 unexpected a-b: No `x`.', 'f:2 missing a-b /y/']);
  });
});
