import type { TSESTree } from '@typescript-eslint/utils';
import {
  arrayPattern, defaultPattern, objectPattern, opaque, parameter, patternProperty, restPattern,
} from '../../ir/build.js';
import type { Parameter, Pattern, PatternProperty, RestPattern } from '../../ir/types.js';
import { expression } from './expressions.js';
import { memberKey } from './keys.js';
import { bindingIdentifier, patternRange, rangeOf } from './position.js';
import { annotation } from './types.js';

/** What a declaration binds or an assignment writes. */
export function pattern(node: TSESTree.Node, text: string): Pattern {
  switch (node.type) {
    case 'Identifier':
      return bindingIdentifier(node);
    case 'ObjectPattern':
      return objectPattern(patternRange(node, text), node.properties.map((part) => patternPart(part, text)));
    case 'ArrayPattern': {
      const elements = node.elements.map((element) => (element === null ? null : pattern(element, text)));
      return arrayPattern(patternRange(node, text), elements);
    }
    case 'AssignmentPattern':
      return defaultPattern(pattern(node.left, text), expression(node.right, text), rangeOf(node)[1]);
    case 'RestElement':
      return rest(node, text);
    default: {
      const target = expression(node as TSESTree.Expression, text);
      return target.kind === 'identifier' || target.kind === 'member' ? target : opaque(target.range);
    }
  }
}

function patternPart(node: TSESTree.Property | TSESTree.RestElement, text: string): PatternProperty | RestPattern {
  if (node.type === 'RestElement') return rest(node, text);
  return patternProperty(memberKey(node.key, node.computed, text), pattern(node.value, text));
}

function rest(node: TSESTree.RestElement, text: string): RestPattern {
  return restPattern(pattern(node.argument, text), text);
}

/** Parameters with their types and decorators; `constructor(private name: Type)` is a field as well. */
export function parameters(nodes: readonly TSESTree.Parameter[], text: string): Parameter[] {
  return nodes.map((node) => {
    const isField = node.type === 'TSParameterProperty';
    const target = isField ? node.parameter : node;
    const decorators = [...(node.decorators ?? []), ...(isField ? (target.decorators ?? []) : [])];
    return parameter(pattern(target, text), {
      type: annotation(target.type === 'AssignmentPattern' ? target.left : target),
      decorators: decorators.map((decorator) => expression(decorator.expression, text)),
      isField,
    });
  });
}
