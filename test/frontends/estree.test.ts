import type { TSESTree } from '@typescript-eslint/utils';
import { describe, expect, it } from 'vitest';
import { lowerEstree } from '../../src/frontends/estree/lower.js';

/** A program as a foreign parser may give it: plain objects, some of types that nobody knows. */
function program(body: readonly object[], rest: object = {}): TSESTree.Program {
  return { type: 'Program', range: [0, 9], sourceType: 'module', body, ...rest } as unknown as TSESTree.Program;
}

describe('lowerEstree', () => {
  it('takes start and end where there is no range', () => {
    const expression = { type: 'Identifier', name: 'a', start: 0, end: 1 };
    const { body } = lowerEstree(program([{ type: 'ExpressionStatement', expression, start: 0, end: 2 }]), 'a;');
    expect(body).toEqual([
      { kind: 'expression', range: [0, 2], expression: { kind: 'identifier', range: [0, 1], name: 'a' } },
    ]);
  });

  it('makes what it does not know opaque', () => {
    const argument = { type: 'PipelineTopic', range: [7, 8] };
    const body = [{ type: 'ComponentDeclaration', range: [0, 6] }, { type: 'ThrowStatement', argument, range: [7, 9] }];
    expect(lowerEstree(program(body), 'abcdef #;').body).toEqual([
      { kind: 'opaque', range: [0, 6] },
      { kind: 'throw', range: [7, 9], value: { kind: 'opaque', range: [7, 8] } },
    ]);
  });

  it('copies ranges, which belong to the host', () => {
    const range = [0, 1];
    const module = lowerEstree(program([{ type: 'DebuggerStatement', range }]), 'a');
    range[1] = 5;
    expect(module.body).toEqual([{ kind: 'opaque', range: [0, 1] }]);
  });

  it('takes comments from the program or from the host, and keeps suppressions only', () => {
    const comments = [
      { type: 'Shebang', value: ' eslint-disable', range: [0, 3] },
      { type: 'Line', value: ' eslint-disable-line', range: [3, 6] },
      { type: 'Block', value: 'other', range: [6, 9] },
    ];
    const kept = [{ type: 'line', text: ' eslint-disable-line', range: [3, 6] }];
    expect(lowerEstree(program([], { comments }), '').comments).toEqual(kept);
    expect(lowerEstree(program([]), '', comments as unknown as TSESTree.Comment[]).comments).toEqual(kept);
    expect(lowerEstree(program([]), '')).toEqual({ body: [] });
  });
});
