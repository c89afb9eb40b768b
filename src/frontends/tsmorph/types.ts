import { ts } from 'ts-morph';
import { typeMember, typeReference } from '../../ir/build.js';
import type { TypeMember, TypeReference } from '../../ir/types.js';
import { literalKey } from './keys.js';
import { rangeOf } from './position.js';

/** The name that a type refers to, beside `null` and `undefined`; `undefined` of any other type. */
export function annotation(type: ts.TypeNode | undefined): TypeReference | undefined {
  if (type === undefined) return undefined;
  const node = bare(type);
  if (ts.isTypeReferenceNode(node)) return named(dotted(node.typeName), undefined, node.typeArguments);
  if (ts.isImportTypeNode(node)) return importType(node);
  if (!ts.isUnionTypeNode(node)) return undefined;
  const rest = node.types.filter((part) => !isNullish(bare(part)));
  return rest.length === 1 ? annotation(rest[0]) : undefined;
}

function bare(type: ts.TypeNode): ts.TypeNode {
  return ts.isParenthesizedTypeNode(type) ? bare(type.type) : type;
}

function isNullish(type: ts.TypeNode): boolean {
  if (ts.isLiteralTypeNode(type)) return type.literal.kind === ts.SyntaxKind.NullKeyword;
  return type.kind === ts.SyntaxKind.UndefinedKeyword;
}

function importType(node: ts.ImportTypeNode): TypeReference | undefined {
  if (node.isTypeOf || node.qualifier === undefined || !ts.isLiteralTypeNode(node.argument)) return undefined;
  const { literal } = node.argument;
  return named(dotted(node.qualifier), ts.isStringLiteral(literal) ? literal.text : undefined, node.typeArguments);
}

function named(
  name: string | undefined,
  from: string | undefined,
  args: readonly ts.TypeNode[] = [],
): TypeReference | undefined {
  return name === undefined ? undefined : typeReference(name, from, args.map(annotation));
}

function dotted(name: ts.EntityName | ts.Expression): string | undefined {
  if (ts.isIdentifier(name)) return name.text;
  const [object, property] = ts.isQualifiedName(name)
    ? [name.left, name.right]
    : ts.isPropertyAccessExpression(name) ? [name.expression, name.name] : [];
  const left = object === undefined ? undefined : dotted(object);
  return left === undefined || property === undefined || !ts.isIdentifier(property)
    ? undefined
    : `${left}.${property.text}`;
}

/** The interfaces that an interface extends. */
export function bases(clauses: readonly ts.HeritageClause[] = []): TypeReference[] {
  return clauses.flatMap(({ types }) =>
    types.flatMap((base) => named(dotted(base.expression), undefined, base.typeArguments) ?? []));
}

/** Named members of an interface or an object type: properties with their types, methods and accessors. */
export function typeMembers(elements: readonly ts.TypeElement[], file: ts.SourceFile): TypeMember[] {
  return elements.flatMap((element) => {
    const name = element.name === undefined ? undefined : literalKey(element.name, file);
    if (element.name === undefined || name === undefined) return [];
    const type = ts.isPropertySignature(element) ? annotation(element.type) : undefined;
    return typeMember(name, rangeOf(element.name, file), type);
  });
}
