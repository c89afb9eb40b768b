import { arrowRange, hasValidEscapes, keywordRange } from './text.js';
import type {
  Argument, ArrayExpression, ArrayPattern, AssignExpression, AwaitExpression, BinaryExpression, BlockStatement,
  BooleanLiteral, CallExpression, ClassExpression, ClassMember, ClassStatement, Comment, ConditionalExpression,
  DefaultPattern, EnumMember, EnumStatement, ExportAllStatement, ExportDefaultStatement, ExportSpecifier,
  ExportStatement, Expression, ExpressionStatement, FunctionExpression, FunctionStatement, Identifier, IfStatement,
  ImportExpression, ImportSpecifier, ImportStatement, JsxAttribute, JsxElement, JumpStatement, LabeledStatement,
  LogicalExpression, LoopStatement, MemberExpression, MetaProperty, ModuleIR, NamespaceStatement, NewExpression,
  ObjectExpression, ObjectPattern, Parameter, Pattern, PatternProperty, Property, Range, RestPattern, ReturnStatement,
  SequenceExpression, SpreadElement, Statement, StringLiteral, SwitchCase, SwitchStatement, TaggedTemplate,
  TemplateLiteral, ThrowStatement, TryStatement, TypeMember, TypeReference, TypeStatement, UnaryExpression,
  UpdateExpression, VariableDeclaration, VariableStatement, YieldExpression,
} from './types.js';

/**
 * The constructors of the IR. Both front ends build every node here, so that what one leaves out, orders or computes
 * from the text, the other does likewise. `undefined` and `false` mean "does not apply" and leave the key out.
 */

/** A node as a front end has it: what does not apply is `undefined`. */
type Draft<T> = { [K in keyof T]: T[K] | undefined };

function compact<T extends object>(draft: Draft<T>): T {
  const node: Partial<T> = {};
  for (const key in draft) {
    const value = draft[key];
    if (value !== undefined) node[key] = value;
  }
  return node as T;
}

const flag = (applies: boolean | undefined): true | undefined => (applies === true ? true : undefined);

const some = <T>(list: readonly T[]): readonly T[] | undefined => (list.length > 0 ? list : undefined);

// -------------------------------------------------------------------------------------------- modules, statements

export function moduleIR(body: readonly Statement[], comments: readonly Comment[]): ModuleIR {
  return compact<ModuleIR>({ body, comments: some(comments) });
}

/** The comment, when it holds a suppression directive. */
export function suppressionComment(type: Comment['type'], text: string, range: Range): Comment | undefined {
  return /^\s*eslint-(?:disable|enable)/.test(text) ? { type, text, range } : undefined;
}

interface ImportFlags {
  readonly typeOnly?: boolean;
  readonly require?: boolean;
}

export function importStatement(
  range: Range,
  source: string,
  specifiers: readonly ImportSpecifier[],
  flags: ImportFlags,
): ImportStatement {
  const { typeOnly, require } = flags;
  return compact<ImportStatement>({
    kind: 'import', range, source, specifiers, typeOnly: flag(typeOnly), require: flag(require),
  });
}

export function importSpecifier(imported: string, local: Identifier, typeOnly?: boolean): ImportSpecifier {
  return compact<ImportSpecifier>({ imported, local: local.name, range: local.range, typeOnly: flag(typeOnly) });
}

export function exportStatement(
  range: Range,
  specifiers: readonly ExportSpecifier[],
  source?: string,
): ExportStatement {
  return compact<ExportStatement>({ kind: 'export', range, specifiers, source });
}

export function exportSpecifier(local: string, exported: string, range: Range): ExportSpecifier {
  return { local, exported, range };
}

export function exportAll(range: Range, source: string, exported?: string): ExportAllStatement {
  return compact<ExportAllStatement>({ kind: 'export-all', range, source, exported });
}

export function exportDefault(range: Range, value: Expression, equals?: boolean): ExportDefaultStatement {
  return compact<ExportDefaultStatement>({ kind: 'export-default', range, value, equals: flag(equals) });
}

/**
 * A declaration that has `export` (and perhaps `default`) before it, as the statements that say the same.
 * @param range of the whole, with `export`
 * @param name the declared name; not needed for variables, `undefined` for what is anonymous
 */
export function exportedDeclaration(
  range: Range,
  declaration: Statement,
  name: Identifier | undefined,
  isDefault: boolean,
): Statement[] {
  const names = declaration.kind === 'variable' ? declaredNames(declaration) : name === undefined ? [] : [name];
  const [first] = names;
  const last = names.at(-1);
  if (first !== undefined && last !== undefined) {
    const specifiers = names.map((id) => exportSpecifier(id.name, isDefault ? 'default' : id.name, id.range));
    return [declaration, exportStatement([first.range[0], last.range[1]], specifiers)];
  }
  if (declaration.kind === 'function-declaration') return [exportDefault(range, declaration.function)];
  if (declaration.kind === 'class-declaration') return [exportDefault(range, declaration.class)];
  return [declaration];
}

function declaredNames(statement: VariableStatement): Identifier[] {
  const names: Identifier[] = [];
  const collect = (pattern: Pattern): void => {
    switch (pattern.kind) {
      case 'identifier':
        names.push(pattern);
        return;
      case 'object-pattern':
        for (const property of pattern.properties) collect(property.target);
        return;
      case 'array-pattern':
        for (const element of pattern.elements) if (element !== null) collect(element);
        return;
      case 'default-pattern':
      case 'rest-pattern':
        collect(pattern.target);
    }
  };
  for (const { target } of statement.declarations) collect(target);
  return names;
}

export function variableStatement(
  range: Range,
  mode: VariableStatement['mode'],
  declarations: readonly VariableDeclaration[],
): VariableStatement {
  return { kind: 'variable', range, mode, declarations };
}

export function variableDeclaration(
  target: Pattern,
  init: Expression | undefined,
  type: TypeReference | undefined,
): VariableDeclaration {
  return compact<VariableDeclaration>({ target, init, type });
}

export function functionStatement(value: FunctionExpression): FunctionStatement {
  return { kind: 'function-declaration', range: value.range, function: value };
}

export function classStatement(value: ClassExpression): ClassStatement {
  return { kind: 'class-declaration', range: value.range, class: value };
}

export function enumStatement(range: Range, name: string, members: readonly EnumMember[]): EnumStatement {
  return { kind: 'enum', range, name, members };
}

export function enumMember(name: string, range: Range, init: Expression | undefined): EnumMember {
  return compact<EnumMember>({ name, range, init });
}

/** `namespace A.B { body }`: the outermost with its whole range, each inner one from its name to the end. */
export function namespaceStatement(
  range: Range,
  names: readonly [Identifier, ...Identifier[]],
  body: readonly Statement[],
): NamespaceStatement {
  const [{ name }, inner, ...rest] = names;
  if (inner === undefined) return { kind: 'namespace', range, name, body };
  const innerRange: Range = [inner.range[0], range[1]];
  const nested = namespaceStatement(innerRange, [inner, ...rest], body);
  return { kind: 'namespace', range, name, body: exportedDeclaration(innerRange, nested, inner, false) };
}

export function typeStatement(
  range: Range,
  name: string,
  members: readonly TypeMember[],
  bases: readonly TypeReference[],
): TypeStatement {
  return compact<TypeStatement>({ kind: 'type', range, name, extends: some(bases), members });
}

export function typeMember(name: string, range: Range, type: TypeReference | undefined): TypeMember {
  return compact<TypeMember>({ name, range, type });
}

export function expressionStatement(range: Range, expression: Expression): ExpressionStatement {
  return { kind: 'expression', range, expression };
}

export function returnStatement(range: Range, value: Expression | undefined): ReturnStatement {
  return value === undefined ? { kind: 'return', range } : { kind: 'return', range, value };
}

export function throwStatement(range: Range, value: Expression): ThrowStatement {
  return { kind: 'throw', range, value };
}

export function ifStatement(
  range: Range,
  test: Expression,
  then: readonly Statement[],
  otherwise: readonly Statement[] | undefined,
): IfStatement {
  return compact<IfStatement>({ kind: 'if', range, test, then, else: otherwise });
}

export function switchStatement(range: Range, discriminant: Expression, cases: readonly SwitchCase[]): SwitchStatement {
  return { kind: 'switch', range, discriminant, cases };
}

export function switchCase(test: Expression | undefined, body: readonly Statement[]): SwitchCase {
  return compact<SwitchCase>({ test, body });
}

export function whileLoop(
  range: Range,
  form: 'while' | 'do',
  test: Expression,
  body: readonly Statement[],
): LoopStatement {
  return { kind: 'loop', range, form, test, body };
}

export function forLoop(
  range: Range,
  init: VariableStatement | Expression | undefined,
  test: Expression | undefined,
  update: Expression | undefined,
  body: readonly Statement[],
): LoopStatement {
  const start = init === undefined || init.kind === 'variable' ? init : expressionStatement(init.range, init);
  return compact<LoopStatement>({ kind: 'loop', range, form: 'for', init: start, test, update, body });
}

export function forEachLoop(
  range: Range,
  form: 'for-in' | 'for-of',
  left: VariableStatement | Pattern,
  iterable: Expression,
  body: readonly Statement[],
  isAwait: boolean,
): LoopStatement {
  return compact<LoopStatement>({ kind: 'loop', range, form, await: flag(isAwait), left, iterable, body });
}

export function tryStatement(
  range: Range,
  body: readonly Statement[],
  param: Pattern | undefined,
  handler: readonly Statement[] | undefined,
  finalizer: readonly Statement[] | undefined,
): TryStatement {
  return compact<TryStatement>({ kind: 'try', range, body, param, handler, finalizer });
}

export function blockStatement(range: Range, body: readonly Statement[]): BlockStatement {
  return { kind: 'block', range, body };
}

export function labeledStatement(range: Range, label: string, body: readonly Statement[]): LabeledStatement {
  return { kind: 'labeled', range, label, body };
}

export function jumpStatement(kind: 'break' | 'continue', range: Range, label: string | undefined): JumpStatement {
  return label === undefined ? { kind, range } : { kind, range, label };
}

/** Statement, expression or pattern that no analysis needs. */
export function opaque(range: Range): { readonly kind: 'opaque'; readonly range: Range } {
  return { kind: 'opaque', range };
}

// --------------------------------------------------------------------------------------------------- expressions

export function stringLiteral(range: Range, value: string): StringLiteral {
  return { kind: 'string', range, value };
}

/** A literal that is known by its source text. */
export function sourceLiteral<K extends 'number' | 'bigint' | 'regexp'>(
  kind: K,
  range: Range,
  text: string,
): { readonly kind: K; readonly range: Range; readonly text: string } {
  return { kind, range, text: text.slice(range[0], range[1]) };
}

export function booleanLiteral(range: Range, value: boolean): BooleanLiteral {
  return { kind: 'boolean', range, value };
}

/** A node that is nothing but its kind. */
export function keyword<K extends 'null' | 'this' | 'super'>(
  kind: K,
  range: Range,
): { readonly kind: K; readonly range: Range } {
  return { kind, range };
}

export function metaProperty(range: Range, name: MetaProperty['name']): MetaProperty {
  return { kind: 'meta', range, name };
}

export function templateLiteral(
  range: Range,
  strings: readonly string[],
  expressions: readonly Expression[],
): TemplateLiteral {
  return { kind: 'template', range, strings, expressions };
}

/** One string of a template: `cooked`, or `''` where the raw text holds an invalid escape. */
export function templateString(raw: string, cooked: string): string {
  return hasValidEscapes(raw) ? cooked : '';
}

export function taggedTemplate(range: Range, tag: Expression, template: TemplateLiteral): TaggedTemplate {
  return { kind: 'tagged', range, tag, template };
}

export function identifier(range: Range, name: string): Identifier {
  return { kind: 'identifier', range, name };
}

export function memberExpression(
  range: Range,
  object: Expression,
  property: MemberKey,
  optional: boolean,
): MemberExpression {
  const node = { kind: 'member', range, object, property: property.name, propertyRange: property.range } as const;
  return optional ? { ...node, optional } : node;
}

export function callExpression(
  range: Range,
  callee: Expression,
  args: readonly Argument[],
  optional: boolean,
): CallExpression {
  return optional ? { kind: 'call', range, callee, args, optional } : { kind: 'call', range, callee, args };
}

export function newExpression(range: Range, callee: Expression, args: readonly Argument[]): NewExpression {
  return { kind: 'new', range, callee, args };
}

export function importExpression(range: Range, source: Expression): ImportExpression {
  return { kind: 'import-call', range, source };
}

export function spreadElement(range: Range, value: Expression): SpreadElement {
  return { kind: 'spread', range, value };
}

/** How a member is named: a string, or the expression in brackets; and where that stands. */
export interface MemberKey {
  readonly name: string | Expression;
  readonly range: Range;
}

export function namedKey(range: Range, name: string): MemberKey {
  return { name, range };
}

export function computedKey(name: Expression): MemberKey {
  return { name, range: name.range };
}

export function objectExpression(range: Range, members: readonly (Property | SpreadElement)[]): ObjectExpression {
  return { kind: 'object', range, members };
}

/** @param end where the property ends, parentheses around its value included */
export function property(key: MemberKey, end: number, value: Expression, accessor?: 'get' | 'set'): Property {
  const range: Range = [key.range[0], end];
  const node = { kind: 'property', range, key: key.name, keyRange: key.range, value } as const;
  return accessor === undefined ? node : { ...node, accessor };
}

export function arrayExpression(
  range: Range,
  elements: readonly (Expression | SpreadElement | null)[],
): ArrayExpression {
  return { kind: 'array', range, elements };
}

export interface FunctionDraft {
  readonly params: readonly Parameter[];
  readonly body: readonly Statement[] | Expression;
  readonly isAsync: boolean;
  readonly isGenerator: boolean;
}

function functionNode(
  range: Range,
  head: Range,
  name: string | undefined,
  arrow: boolean,
  draft: FunctionDraft,
): FunctionExpression {
  const [first] = draft.params;
  const hasThis = first?.target.kind === 'identifier' && first.target.name === 'this';
  return compact<FunctionExpression>({
    kind: 'function', range, head, name, params: hasThis ? draft.params.slice(1) : draft.params, body: draft.body,
    arrow: flag(arrow), async: flag(draft.isAsync), generator: flag(draft.isGenerator),
  });
}

/** `function …`, with its name when it has one. A `this` parameter only asserts, and is gone. */
export function functionExpression(
  range: Range,
  name: Identifier | undefined,
  draft: FunctionDraft,
  text: string,
): FunctionExpression {
  return functionNode(range, name?.range ?? keywordRange(text, 'function', range[0]), name?.name, false, draft);
}

/** @param bodyStart offset of the body's `{`, or of the concise body without its parentheses */
export function arrowFunction(range: Range, bodyStart: number, draft: FunctionDraft, text: string): FunctionExpression {
  return functionNode(range, arrowRange(text, bodyStart), undefined, true, draft);
}

/** The function of a method, a getter, a setter or a constructor. */
export function methodFunction(key: MemberKey, end: number, draft: FunctionDraft): FunctionExpression {
  return functionNode([key.range[0], end], key.range, undefined, false, draft);
}

export interface ParameterExtras {
  readonly type: TypeReference | undefined;
  readonly decorators: readonly Expression[];
  readonly isField: boolean;
}

export function parameter(target: Pattern, extras: ParameterExtras): Parameter {
  const { type, decorators, isField } = extras;
  return compact<Parameter>({ target, type, decorators: some(decorators), field: flag(isField) });
}

export interface ClassDraft {
  readonly name: Identifier | undefined;
  /** Offset of the body's `{`. */
  readonly bodyStart: number;
  readonly end: number;
  readonly superClass: Expression | undefined;
  readonly members: readonly ClassMember[];
  readonly decorators: readonly Expression[];
}

export function classExpression(draft: ClassDraft): ClassExpression {
  const { name, bodyStart, end, superClass, members, decorators } = draft;
  return compact<ClassExpression>({
    kind: 'class', range: [name?.range[0] ?? bodyStart, end], name: name?.name, superClass, members,
    decorators: some(decorators),
  });
}

export interface MemberDraft {
  readonly isStatic: boolean;
  readonly value: Expression | undefined;
  readonly type?: TypeReference | undefined;
  readonly decorators: readonly Expression[];
}

export function classMember(
  kind: Exclude<ClassMember['kind'], 'static-block'>,
  key: MemberKey,
  end: number,
  draft: MemberDraft,
): ClassMember {
  return compact<ClassMember>({
    kind, range: [key.range[0], end], key: key.name, static: flag(draft.isStatic), value: draft.value,
    type: draft.type, decorators: some(draft.decorators),
  });
}

export function staticBlock(range: Range, body: readonly Statement[]): ClassMember {
  const head: Range = [range[0], range[0] + 'static'.length];
  const value = functionNode(range, head, undefined, false, { params: [], body, isAsync: false, isGenerator: false });
  return { kind: 'static-block', range, value };
}

export function unaryExpression(
  range: Range,
  operator: UnaryExpression['operator'],
  operand: Expression,
): UnaryExpression {
  return { kind: 'unary', range, operator, operand };
}

export function updateExpression(range: Range, operator: '++' | '--', operand: Expression): UpdateExpression {
  return { kind: 'update', range, operator, operand };
}

export function binaryExpression(
  range: Range,
  operator: string,
  left: Expression,
  right: Expression,
): BinaryExpression | LogicalExpression {
  return operator === '&&' || operator === '||' || operator === '??'
    ? { kind: 'logical', range, operator, left, right }
    : { kind: 'binary', range, operator, left, right };
}

export function assignExpression(range: Range, operator: string, target: Pattern, value: Expression): AssignExpression {
  return { kind: 'assign', range, operator, target, value };
}

export function conditionalExpression(
  range: Range,
  test: Expression,
  then: Expression,
  otherwise: Expression,
): ConditionalExpression {
  return { kind: 'conditional', range, test, then, else: otherwise };
}

/** A sequence on the left of a sequence is part of it: parentheses there change nothing. */
export function sequenceExpression(range: Range, parts: readonly Expression[]): SequenceExpression {
  const [first, ...rest] = parts;
  return { kind: 'sequence', range, expressions: first?.kind === 'sequence' ? [...first.expressions, ...rest] : parts };
}

export function awaitExpression(range: Range, value: Expression): AwaitExpression {
  return { kind: 'await', range, value };
}

export function yieldExpression(range: Range, value: Expression | undefined): YieldExpression {
  return value === undefined ? { kind: 'yield', range } : { kind: 'yield', range, value };
}

export function jsxElement(
  range: Range,
  name: string | undefined,
  attributes: readonly (JsxAttribute | SpreadElement)[],
  children: readonly Expression[],
): JsxElement {
  return compact<JsxElement>({ kind: 'jsx', range, name, attributes, children });
}

export function jsxAttribute(range: Range, name: string, value: Expression | undefined): JsxAttribute {
  return compact<JsxAttribute>({ kind: 'attribute', range, name, value });
}

/** A quoted attribute: its source text, because parsers differ in how they decode entities. */
export function jsxString(range: Range, text: string): StringLiteral {
  return stringLiteral(range, text.slice(range[0] + 1, range[1] - 1));
}

// ----------------------------------------------------------------------------------------------- patterns, types

export function objectPattern(range: Range, properties: readonly (PatternProperty | RestPattern)[]): ObjectPattern {
  return { kind: 'object-pattern', range, properties };
}

export function patternProperty(key: MemberKey, target: Pattern): PatternProperty {
  return { kind: 'pattern-property', key: key.name, keyRange: key.range, target };
}

export function arrayPattern(range: Range, elements: readonly (Pattern | null)[]): ArrayPattern {
  return { kind: 'array-pattern', range, elements };
}

/** @param end where the default ends, parentheses included */
export function defaultPattern(target: Pattern, value: Expression, end: number): DefaultPattern {
  return { kind: 'default-pattern', range: [target.range[0], end], target, default: value };
}

/** `...target`, without the type annotation that a parameter may have. */
export function restPattern(target: Pattern, text: string): RestPattern {
  const start = text.lastIndexOf('...', target.range[0]);
  return { kind: 'rest-pattern', range: [start, target.range[1]], target };
}

/** @param args what is not a named type is `undefined` */
export function typeReference(
  name: string,
  from: string | undefined,
  args: readonly (TypeReference | undefined)[],
): TypeReference {
  const known = args.slice(0, args.findLastIndex((arg) => arg !== undefined) + 1).map((arg) => arg ?? null);
  return compact<TypeReference>({ name, from, args: some(known) });
}
