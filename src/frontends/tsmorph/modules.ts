import { ts } from 'ts-morph';
import {
  classStatement, enumMember, enumStatement, exportAll, exportDefault, exportedDeclaration, exportSpecifier,
  exportStatement, functionStatement, importSpecifier, importStatement, namespaceStatement, opaque, typeStatement,
} from '../../ir/build.js';
import type { EnumStatement, Identifier, ImportSpecifier, Range, Statement } from '../../ir/types.js';
import { expression } from './expressions.js';
import { classOf, functionOf } from './functions.js';
import { literalKey } from './keys.js';
import { declarationRange, hasModifier, identifierOf, modifier, rangeOf, type Modified } from './position.js';
import { statements, type LowerStatement } from './statements.js';
import { bases, typeMembers } from './types.js';

const { SyntaxKind: Kind } = ts;

/**
 * A declaration with what its modifiers add: nothing of it when it is ambient, its export when it has one.
 * @param build makes the statement, given its range; `undefined` for what has no meaning when the program runs
 */
export function declare(
  node: Modified,
  file: ts.SourceFile,
  name: ts.Node | undefined,
  build: (range: Range) => Statement | undefined,
): readonly Statement[] {
  if (hasModifier(node, Kind.DeclareKeyword)) return [];
  const declaration = build(declarationRange(node, file));
  if (declaration === undefined) return [];
  const keyword = modifier(node, Kind.ExportKeyword);
  if (keyword === undefined) return [declaration];
  const declared = name !== undefined && ts.isIdentifier(name) ? identifierOf(name, file) : undefined;
  const isDefault = hasModifier(node, Kind.DefaultKeyword);
  return exportedDeclaration([keyword.getStart(file), node.end], declaration, declared, isDefault);
}

/** Imports, exports, and the declarations that are not variables. */
export const MODULE_LOWERINGS: Partial<Record<ts.SyntaxKind, LowerStatement>> = {
  [Kind.FunctionDeclaration]: (node: ts.FunctionDeclaration, file) =>
    declare(node, file, node.name, (range) =>
      node.body && functionStatement(functionOf(node, node.body, range[0], file))),
  [Kind.ClassDeclaration]: (node: ts.ClassDeclaration, file) =>
    declare(node, file, node.name, () => classStatement(classOf(node, file))),
  [Kind.EnumDeclaration]: (node: ts.EnumDeclaration, file) =>
    declare(node, file, node.name, (range) => enumOf(node, range, file)),
  [Kind.ModuleDeclaration]: (node: ts.ModuleDeclaration, file) =>
    declare(node, file, node.name, (range) => namespaceOf(node, range, file)),
  [Kind.InterfaceDeclaration]: (node: ts.InterfaceDeclaration, file) =>
    declare(node, file, node.name, (range) =>
      typeStatement(range, node.name.text, typeMembers(node.members, file), bases(node.heritageClauses))),
  [Kind.TypeAliasDeclaration]: (node: ts.TypeAliasDeclaration, file) =>
    declare(node, file, node.name, (range) => typeAlias(node, range, file)),
  [Kind.ImportEqualsDeclaration]: (node: ts.ImportEqualsDeclaration, file) =>
    declare(node, file, node.name, (range) => importEquals(node, range, file)),
  [Kind.ImportDeclaration]: (node: ts.ImportDeclaration, file) => {
    const typeOnly = node.importClause?.phaseModifier === Kind.TypeKeyword;
    return [importStatement(rangeOf(node, file), source(node), imported(node.importClause, file), { typeOnly })];
  },
  [Kind.ExportDeclaration]: (node: ts.ExportDeclaration, file) => [exported(node, file)],
  [Kind.ExportAssignment]: (node: ts.ExportAssignment, file) =>
    [exportDefault(rangeOf(node, file), expression(node.expression, file), node.isExportEquals === true)],
  [Kind.NamespaceExportDeclaration]: () => [],
};

function source(node: ts.ImportDeclaration | ts.ExportDeclaration): string {
  const { moduleSpecifier: specifier } = node;
  return specifier !== undefined && ts.isStringLiteral(specifier) ? specifier.text : '';
}

function imported(clause: ts.ImportClause | undefined, file: ts.SourceFile): ImportSpecifier[] {
  const specifiers: ImportSpecifier[] = [];
  if (clause?.name !== undefined) specifiers.push(importSpecifier('default', identifierOf(clause.name, file)));
  const bindings = clause?.namedBindings;
  if (bindings === undefined) return specifiers;
  if (ts.isNamespaceImport(bindings)) return [...specifiers, importSpecifier('*', identifierOf(bindings.name, file))];
  const named = bindings.elements.map(({ name, propertyName, isTypeOnly }) =>
    importSpecifier((propertyName ?? name).text, identifierOf(name, file), isTypeOnly));
  return [...specifiers, ...named];
}

function exported(node: ts.ExportDeclaration, file: ts.SourceFile): Statement {
  const range = rangeOf(node, file);
  const { exportClause: clause } = node;
  if (clause === undefined) return exportAll(range, source(node));
  if (ts.isNamespaceExport(clause)) return exportAll(range, source(node), clause.name.text);
  const specifiers = clause.elements.map((element) =>
    exportSpecifier((element.propertyName ?? element.name).text, element.name.text, rangeOf(element, file)));
  return exportStatement(range, specifiers, node.moduleSpecifier === undefined ? undefined : source(node));
}

/** `import x = require('…')`; an alias of a namespace's member is opaque. */
function importEquals(node: ts.ImportEqualsDeclaration, range: Range, file: ts.SourceFile): Statement {
  const { moduleReference: reference } = node;
  if (!ts.isExternalModuleReference(reference) || !ts.isStringLiteral(reference.expression)) return opaque(range);
  const specifiers = [importSpecifier('*', identifierOf(node.name, file))];
  return importStatement(range, reference.expression.text, specifiers, { require: true, typeOnly: node.isTypeOnly });
}

function typeAlias(node: ts.TypeAliasDeclaration, range: Range, file: ts.SourceFile): Statement | undefined {
  let { type } = node;
  while (ts.isParenthesizedTypeNode(type)) ({ type } = type);
  return ts.isTypeLiteralNode(type)
    ? typeStatement(range, node.name.text, typeMembers(type.members, file), [])
    : undefined;
}

function enumOf(node: ts.EnumDeclaration, range: Range, file: ts.SourceFile): EnumStatement {
  const members = node.members.map((member) => {
    const init = member.initializer === undefined ? undefined : expression(member.initializer, file);
    return enumMember(literalKey(member.name, file) ?? '', rangeOf(member, file), init);
  });
  return enumStatement(range, node.name.text, members);
}

function namespaceOf(node: ts.ModuleDeclaration, range: Range, file: ts.SourceFile): Statement | undefined {
  if ((node.flags & ts.NodeFlags.GlobalAugmentation) !== 0 || !ts.isIdentifier(node.name)) return undefined;
  const names: Identifier[] = [];
  let { body } = node;
  while (body !== undefined && ts.isModuleDeclaration(body)) {
    if (ts.isIdentifier(body.name)) names.push(identifierOf(body.name, file));
    ({ body } = body);
  }
  if (body === undefined || !ts.isModuleBlock(body)) return undefined;
  return namespaceStatement(range, [identifierOf(node.name, file), ...names], statements(body.statements, file));
}
