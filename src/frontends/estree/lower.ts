import type { TSESTree } from '@typescript-eslint/utils';
import { moduleIR, suppressionComment } from '../../ir/build.js';
import type { Comment, ModuleIR } from '../../ir/types.js';
import { rangeOf } from './position.js';
import { statements } from './statements.js';

/**
 * The IR of a module that an ESTree parser has read: @typescript-eslint/parser, espree, or one that gives the same
 * nodes. Syntax that it does not know becomes opaque.
 * @param text what was parsed, without a byte-order mark; ranges are offsets in it
 * @param comments when the host keeps them elsewhere than in `program.comments`
 */
export function lowerEstree(
  program: TSESTree.Program,
  text: string,
  comments: readonly TSESTree.Comment[] = program.comments ?? [],
): ModuleIR {
  return moduleIR(statements(program.body, text), comments.flatMap((comment) => suppression(comment) ?? []));
}

function suppression(comment: TSESTree.Comment): Comment | undefined {
  if (comment.type !== 'Line' && comment.type !== 'Block') return undefined;
  return suppressionComment(comment.type === 'Line' ? 'line' : 'block', comment.value, rangeOf(comment));
}
