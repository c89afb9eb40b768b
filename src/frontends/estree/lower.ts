import type { TSESTree } from '@typescript-eslint/utils';
import { moduleIR, suppressionComment } from '../../ir/build.js';
import type { Comment, ModuleIR } from '../../ir/types.js';
import { componentCode } from './components.js';
import { rangeOf } from './position.js';
import { statements } from './statements.js';

/**
 * The IR of a module that an ESTree parser has read: @typescript-eslint/parser, espree, or one that gives the same
 * nodes; for components vue-eslint-parser, svelte-eslint-parser and astro-eslint-parser with one of these as the parser
 * of their scripts. Syntax that it does not know becomes opaque.
 * @param text what was parsed, without a byte-order mark; ranges are offsets in it
 * @param comments when the host keeps them elsewhere than in `program.comments`
 */
export function lowerEstree(
  program: TSESTree.Program,
  text: string,
  comments: readonly TSESTree.Comment[] = program.comments ?? [],
): ModuleIR {
  const code = componentCode(program, text);
  const isCode = (comment: TSESTree.Comment): boolean => {
    const [start, end] = rangeOf(comment);
    return code?.ranges.some((range) => range[0] <= start && end <= range[1]) ?? true;
  };
  const kept = comments.filter(isCode).flatMap((comment) => suppression(comment) ?? []);
  return moduleIR(code?.body ?? statements(program.body, text), kept);
}

function suppression(comment: TSESTree.Comment): Comment | undefined {
  if (comment.type !== 'Line' && comment.type !== 'Block') return undefined;
  return suppressionComment(comment.type === 'Line' ? 'line' : 'block', comment.value, rangeOf(comment));
}
