import { ts } from 'ts-morph';
import {
  arrowFunction, classExpression, classMember, functionExpression, methodFunction, namedKey, staticBlock,
  type FunctionDraft, type MemberKey,
} from '../../ir/build.js';
import { skipTrivia } from '../../ir/text.js';
import type { ClassExpression, ClassMember, Expression, FunctionExpression } from '../../ir/types.js';
import { expression } from './expressions.js';
import { memberKey } from './keys.js';
import { parameters } from './patterns.js';
import { hasModifier, identifierOf, rangeOf, type Modified } from './position.js';
import { statements } from './statements.js';
import { annotation } from './types.js';

const { SyntaxKind } = ts;

interface FunctionNode extends Modified {
  readonly parameters: ts.NodeArray<ts.ParameterDeclaration>;
  readonly asteriskToken?: ts.AsteriskToken | undefined;
}

function draft(node: FunctionNode, body: FunctionDraft['body'], file: ts.SourceFile): FunctionDraft {
  return {
    params: parameters(node.parameters, file),
    body,
    isAsync: hasModifier(node, SyntaxKind.AsyncKeyword),
    isGenerator: node.asteriskToken !== undefined,
  };
}

/** @param start offset of `async` or `function` */
export function functionOf(
  node: ts.FunctionDeclaration | ts.FunctionExpression,
  body: ts.Block,
  start: number,
  file: ts.SourceFile,
): FunctionExpression {
  const name = node.name === undefined ? undefined : identifierOf(node.name, file);
  return functionExpression([start, node.end], name, draft(node, statements(body.statements, file), file), file.text);
}

/** A method, getter, setter or constructor, whose text starts at its key. */
export function methodOf(
  key: MemberKey,
  node: ts.MethodDeclaration | ts.AccessorDeclaration | ts.ConstructorDeclaration,
  body: ts.Block,
  file: ts.SourceFile,
): FunctionExpression {
  return methodFunction(key, node.end, draft(node, statements(body.statements, file), file));
}

/** An arrow function; its body is statements, or the expression that it gives. */
export function arrowOf(node: ts.ArrowFunction, file: ts.SourceFile): FunctionExpression {
  const range = rangeOf(node, file);
  if (ts.isBlock(node.body)) {
    const body = statements(node.body.statements, file);
    return arrowFunction(range, node.body.getStart(file), draft(node, body, file), file.text);
  }
  const body = expression(node.body, file);
  return arrowFunction(range, body.range[0], draft(node, body, file), file.text);
}

/** What the decorators of a class, member or parameter are, without `@`. */
export function decoratorsOf(node: Modified, file: ts.SourceFile): Expression[] {
  return (node.modifiers ?? []).flatMap((part) => (ts.isDecorator(part) ? expression(part.expression, file) : []));
}

/** A class with the members that exist when it runs. */
export function classOf(node: ts.ClassLikeDeclaration, file: ts.SourceFile): ClassExpression {
  const superClass = node.heritageClauses?.find(({ token }) => token === SyntaxKind.ExtendsKeyword)?.types[0];
  return classExpression({
    name: node.name === undefined ? undefined : identifierOf(node.name, file),
    bodyStart: node.members.pos - 1,
    end: node.end,
    superClass: superClass === undefined ? undefined : expression(superClass.expression, file),
    members: node.members.flatMap((member) => memberOf(member, file) ?? []),
    decorators: decoratorsOf(node, file),
  });
}

/** A member that exists when the class runs: overloads, abstract and ambient members do not. */
function memberOf(node: ts.ClassElement, file: ts.SourceFile): ClassMember | undefined {
  if (ts.isClassStaticBlockDeclaration(node)) {
    return staticBlock(rangeOf(node, file), statements(node.body.statements, file));
  }
  if (hasModifier(node, SyntaxKind.AbstractKeyword)) return undefined;
  const isStatic = hasModifier(node, SyntaxKind.StaticKeyword);
  const decorators = decoratorsOf(node, file);
  if (ts.isPropertyDeclaration(node)) {
    if (hasModifier(node, SyntaxKind.DeclareKeyword)) return undefined;
    const value = node.initializer === undefined ? undefined : expression(node.initializer, file);
    const type = annotation(node.type);
    return classMember('field', memberKey(node.name, file), node.end, { isStatic, value, type, decorators });
  }
  const isConstructor = ts.isConstructorDeclaration(node);
  if (!isConstructor && !ts.isMethodDeclaration(node) && !ts.isAccessor(node)) return undefined;
  if (node.body === undefined) return undefined;
  const key = isConstructor ? constructorKey(node, file) : memberKey(node.name, file);
  const value = methodOf(key, node, node.body, file);
  return classMember(methodKind(node, isStatic), key, node.end, { isStatic, value, decorators });
}

function methodKind(node: ts.ClassElement, isStatic: boolean): 'method' | 'get' | 'set' | 'constructor' {
  if (ts.isGetAccessor(node)) return 'get';
  if (ts.isSetAccessor(node)) return 'set';
  return ts.isConstructorDeclaration(node) && !isStatic ? 'constructor' : 'method';
}

/** TypeScript gives a constructor no name node: it is the token behind the modifiers, quoted or not. */
function constructorKey(node: ts.ConstructorDeclaration, file: ts.SourceFile): MemberKey {
  const start = skipTrivia(file.text, node.modifiers?.end ?? node.pos);
  const quotes = file.text.startsWith('constructor', start) ? 0 : 2;
  return namedKey([start, start + 'constructor'.length + quotes], 'constructor');
}
