import type { TSESTree } from '@typescript-eslint/utils';
import { typeMember, typeReference } from '../../ir/build.js';
import type { TypeMember, TypeReference } from '../../ir/types.js';
import { rangeOf } from './position.js';
import { literalKey } from './keys.js';

interface Generic {
  readonly typeArguments?: TSESTree.TSTypeParameterInstantiation | null | undefined;
}

interface Annotated {
  readonly typeAnnotation?: TSESTree.TSTypeAnnotation | undefined;
}

/** Parsers give an import type's module as `source`, older ones as `argument`. */
interface ImportTypeSource {
  readonly argument?: TSESTree.TypeNode;
  readonly source?: TSESTree.StringLiteral;
}

/** The name that a type annotation refers to, beside `null` and `undefined`; `undefined` of any other type. */
export function annotation(node: Annotated): TypeReference | undefined {
  return node.typeAnnotation == null ? undefined : reference(node.typeAnnotation.typeAnnotation);
}

function reference(type: TSESTree.TypeNode): TypeReference | undefined {
  switch (type.type) {
    case 'TSTypeReference':
      return named(dotted(type.typeName), undefined, type);
    case 'TSImportType':
      return type.qualifier == null ? undefined : named(dotted(type.qualifier), importSource(type), type);
    case 'TSUnionType': {
      const rest = type.types.filter(({ type: kind }) => kind !== 'TSNullKeyword' && kind !== 'TSUndefinedKeyword');
      const [only] = rest;
      return only !== undefined && rest.length === 1 ? reference(only) : undefined;
    }
    default:
      return undefined;
  }
}

function named(name: string | undefined, from: string | undefined, node: Generic): TypeReference | undefined {
  if (name === undefined) return undefined;
  const args = node.typeArguments?.params ?? [];
  return typeReference(name, from, args.map(reference));
}

function importSource(type: TSESTree.TSImportType): string | undefined {
  const { argument, source } = type as ImportTypeSource;
  if (source !== undefined) return source.value;
  const literal = argument?.type === 'TSLiteralType' ? argument.literal : undefined;
  return literal?.type === 'Literal' && typeof literal.value === 'string' ? literal.value : undefined;
}

function dotted(name: TSESTree.EntityName | TSESTree.Expression): string | undefined {
  switch (name.type) {
    case 'Identifier':
      return name.name;
    case 'TSQualifiedName': {
      const left = dotted(name.left);
      return left === undefined ? undefined : `${left}.${name.right.name}`;
    }
    case 'MemberExpression': {
      const left = dotted(name.object);
      return left === undefined || name.property.type !== 'Identifier' ? undefined : `${left}.${name.property.name}`;
    }
    default:
      return undefined;
  }
}

/** The interfaces that an interface extends. */
export function bases(heritage: readonly TSESTree.TSInterfaceHeritage[] | undefined): TypeReference[] {
  return (heritage ?? []).flatMap((base) => named(dotted(base.expression), undefined, base) ?? []);
}

/** Named members of an interface or an object type: properties with their types, methods and accessors. */
export function typeMembers(elements: readonly TSESTree.TypeElement[]): TypeMember[] {
  return elements.flatMap((element) => {
    if (element.type !== 'TSPropertySignature' && element.type !== 'TSMethodSignature') return [];
    const name = element.computed ? undefined : literalKey(element.key);
    if (name === undefined) return [];
    const type = element.type === 'TSPropertySignature' ? annotation(element) : undefined;
    return typeMember(name, rangeOf(element.key), type);
  });
}
