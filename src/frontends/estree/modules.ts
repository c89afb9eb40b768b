import type { TSESTree } from '@typescript-eslint/utils';
import {
  enumMember, enumStatement, exportAll, exportDefault, exportedDeclaration, exportSpecifier, exportStatement,
  importSpecifier, importStatement, namespaceStatement, typeStatement,
} from '../../ir/build.js';
import type { EnumStatement, Identifier, ImportSpecifier, Statement } from '../../ir/types.js';
import { expression } from './expressions.js';
import { literalKey } from './keys.js';
import { bindingIdentifier, rangeOf } from './position.js';
import { declaration, statements } from './statements.js';
import { bases, typeMembers } from './types.js';

/** Imports, exports and what TypeScript adds to the declarations; `undefined` for what is none of them. */
export function moduleStatement(node: TSESTree.Statement, text: string): readonly Statement[] | undefined {
  const range = rangeOf(node);
  switch (node.type) {
    case 'ImportDeclaration': {
      const typeOnly = node.importKind === 'type';
      return [importStatement(range, node.source.value, node.specifiers.map(imported), { typeOnly })];
    }
    case 'TSImportEqualsDeclaration':
      return importEquals(node);
    case 'ExportNamedDeclaration': {
      if (node.declaration != null) return exported(node, node.declaration, false, text);
      const specifiers = node.specifiers.map((specifier) =>
        exportSpecifier(moduleName(specifier.local), moduleName(specifier.exported), rangeOf(specifier)));
      return [exportStatement(range, specifiers, node.source?.value)];
    }
    case 'ExportAllDeclaration':
      return [exportAll(range, node.source.value, node.exported == null ? undefined : moduleName(node.exported))];
    case 'ExportDefaultDeclaration':
      return defaultExport(node, text);
    case 'TSExportAssignment':
      return [exportDefault(range, expression(node.expression, text), true)];
    case 'TSEnumDeclaration':
      return node.declare ? [] : [enumOf(node, text)];
    case 'TSModuleDeclaration':
      return namespaceOf(node, text);
    case 'TSInterfaceDeclaration': {
      if (node.declare) return [];
      return [typeStatement(range, node.id.name, typeMembers(node.body.body), bases(node.extends))];
    }
    case 'TSTypeAliasDeclaration': {
      const { typeAnnotation: type } = node;
      if (node.declare || type.type !== 'TSTypeLiteral') return [];
      return [typeStatement(range, node.id.name, typeMembers(type.members), [])];
    }
    case 'TSNamespaceExportDeclaration':
      return [];
    default:
      return undefined;
  }
}

function imported(node: TSESTree.ImportClause): ImportSpecifier {
  const local = bindingIdentifier(node.local);
  switch (node.type) {
    case 'ImportDefaultSpecifier':
      return importSpecifier('default', local);
    case 'ImportNamespaceSpecifier':
      return importSpecifier('*', local);
    default:
      return importSpecifier(moduleName(node.imported), local, node.importKind === 'type');
  }
}

function moduleName(node: TSESTree.Identifier | TSESTree.StringLiteral): string {
  return node.type === 'Identifier' ? node.name : node.value;
}

/** `import x = require('…')`; an alias of a namespace's member is opaque. */
function importEquals(node: TSESTree.TSImportEqualsDeclaration): readonly Statement[] | undefined {
  const { moduleReference: reference, importKind } = node;
  if (reference.type !== 'TSExternalModuleReference') return undefined;
  const specifiers = [importSpecifier('*', bindingIdentifier(node.id))];
  const flags = { require: true, typeOnly: importKind === 'type' };
  return [importStatement(rangeOf(node), reference.expression.value, specifiers, flags)];
}

function exported(
  node: TSESTree.ExportNamedDeclaration | TSESTree.ExportDefaultDeclaration,
  declared: TSESTree.Node,
  isDefault: boolean,
  text: string,
): readonly Statement[] {
  const inner = declaration(declared as TSESTree.Statement, text);
  return inner === undefined ? [] : exportedDeclaration(rangeOf(node), inner, nameOf(declared), isDefault);
}

function nameOf(node: TSESTree.Node): Identifier | undefined {
  if (!('id' in node) || node.id == null) return undefined;
  let id: TSESTree.Node = node.id;
  while (id.type === 'TSQualifiedName') id = id.left;
  return id.type === 'Identifier' ? bindingIdentifier(id) : undefined;
}

function defaultExport(node: TSESTree.ExportDefaultDeclaration, text: string): readonly Statement[] {
  const value = node.declaration;
  switch (value.type) {
    case 'FunctionDeclaration':
    case 'TSDeclareFunction':
    case 'ClassDeclaration':
    case 'TSInterfaceDeclaration':
      return exported(node, value, true, text);
    default:
      return [exportDefault(rangeOf(node), expression(value as TSESTree.Expression, text))];
  }
}

function enumOf(node: TSESTree.TSEnumDeclaration, text: string): EnumStatement {
  const members = node.body.members.map((member) => {
    const { id } = member;
    const init = member.initializer == null ? undefined : expression(member.initializer, text);
    return enumMember(literalKey(id) ?? '', rangeOf(member), init);
  });
  return enumStatement(rangeOf(node), node.id.name, members);
}

function namespaceOf(node: TSESTree.TSModuleDeclaration, text: string): readonly Statement[] {
  if (node.declare || node.kind === 'global' || node.body == null || node.id.type === 'Literal') return [];
  const names: Identifier[] = [];
  let id: TSESTree.EntityName = node.id;
  for (; id.type === 'TSQualifiedName'; id = id.left) names.unshift(bindingIdentifier(id.right));
  if (id.type !== 'Identifier') return [];
  const body = statements(node.body.body, text);
  return [namespaceStatement(rangeOf(node), [bindingIdentifier(id), ...names], body)];
}
