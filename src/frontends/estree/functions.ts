import type { TSESTree } from '@typescript-eslint/utils';
import {
  arrowFunction, classExpression, classMember, functionExpression, methodFunction, staticBlock, type FunctionDraft,
  type MemberKey,
} from '../../ir/build.js';
import type { ClassExpression, ClassMember, Expression, FunctionExpression } from '../../ir/types.js';
import { expression } from './expressions.js';
import { memberKey } from './keys.js';
import { parameters } from './patterns.js';
import { bindingIdentifier, rangeOf } from './position.js';
import { statements } from './statements.js';
import { annotation } from './types.js';

type FunctionNode = TSESTree.FunctionDeclaration | TSESTree.FunctionExpression;

function draft(node: FunctionNode, text: string): FunctionDraft {
  return {
    params: parameters(node.params, text),
    body: statements(node.body.body, text),
    isAsync: node.async,
    isGenerator: node.generator,
  };
}

/** A function that is written with `function`. */
export function functionOf(node: FunctionNode, text: string): FunctionExpression {
  const name = node.id == null ? undefined : bindingIdentifier(node.id);
  return functionExpression(rangeOf(node), name, draft(node, text), text);
}

/** A method, getter, setter or constructor, whose text starts at its key: ESTree's function starts at its parameters. */
export function methodOf(
  key: MemberKey,
  end: number,
  node: TSESTree.FunctionExpression,
  text: string,
): FunctionExpression {
  return methodFunction(key, end, draft(node, text));
}

/** An arrow function; its body is statements, or the expression that it gives. */
export function arrowOf(node: TSESTree.ArrowFunctionExpression, text: string): FunctionExpression {
  const isBlock = node.body.type === 'BlockStatement';
  const body = node.body.type === 'BlockStatement' ? statements(node.body.body, text) : expression(node.body, text);
  const bodyStart = isBlock ? rangeOf(node.body)[0] : (body as Expression).range[0];
  const params = parameters(node.params, text);
  return arrowFunction(rangeOf(node), bodyStart, { params, body, isAsync: node.async, isGenerator: false }, text);
}

/** A class with the members that exist when it runs. */
export function classOf(node: TSESTree.ClassDeclaration | TSESTree.ClassExpression, text: string): ClassExpression {
  return classExpression({
    name: node.id == null ? undefined : bindingIdentifier(node.id),
    bodyStart: rangeOf(node.body)[0],
    end: rangeOf(node)[1],
    superClass: node.superClass == null ? undefined : expression(node.superClass, text),
    members: node.body.body.flatMap((member) => memberOf(member, text) ?? []),
    decorators: decoratorsOf(node, text),
  });
}

function decoratorsOf(node: { readonly decorators?: readonly TSESTree.Decorator[] }, text: string): Expression[] {
  return (node.decorators ?? []).map((decorator) => expression(decorator.expression, text));
}

/** A member that exists when the class runs: overloads, abstract and ambient members do not. */
function memberOf(node: TSESTree.ClassElement, text: string): ClassMember | undefined {
  switch (node.type) {
    case 'MethodDefinition': {
      if (node.value.body == null) return undefined;
      const key = memberKey(node.key, node.computed, text);
      const end = rangeOf(node)[1];
      const value = methodOf(key, end, node.value, text);
      return classMember(node.kind, key, end, { isStatic: node.static, value, decorators: decoratorsOf(node, text) });
    }
    case 'PropertyDefinition':
    case 'AccessorProperty':
      if (node.declare) return undefined;
      return classMember('field', memberKey(node.key, node.computed, text), rangeOf(node)[1], {
        isStatic: node.static,
        value: node.value == null ? undefined : expression(node.value, text),
        type: annotation(node),
        decorators: decoratorsOf(node, text),
      });
    case 'StaticBlock':
      return staticBlock(rangeOf(node), statements(node.body, text));
    default:
      return undefined;
  }
}
