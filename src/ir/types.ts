/**
 * The intermediate representation (IR): what a module says, without how a parser spelled it.
 *
 * Plain data, JSON-serialisable, no host objects, no cycles. Both front ends build it through `./build.ts`, and the
 * parity test holds that they build the same. Conventions:
 * - `range` is `[start, end)` in UTF-16 code units of the text without its byte-order mark.
 * - A key that does not apply is absent, never `undefined` and never `false`.
 * - What only asserts (`as`, `satisfies`, `!`, `<T>x`, parentheses, type arguments) is gone.
 * - Ambient code (`declare …`, overload signatures, abstract members without a body) is gone.
 * - Syntax that no analysis needs is an `opaque` node.
 * - A Vue, Svelte or Astro component is the module that its scripts make together; each script of an Astro page is a
 *   block. Markup is gone.
 */
export type Range = readonly [start: number, end: number];

export interface ModuleIR {
  readonly body: readonly Statement[];
  /** Comments that hold a suppression directive (`eslint-disable…`, `eslint-enable`), in order of appearance. */
  readonly comments?: readonly Comment[];
}

export interface Comment {
  readonly type: 'line' | 'block';
  /** Text between the delimiters. */
  readonly text: string;
  /** With the delimiters. */
  readonly range: Range;
}

// ---------------------------------------------------------------------------------------------------- statements

export type Statement =
  | ImportStatement
  | ExportStatement
  | ExportAllStatement
  | ExportDefaultStatement
  | VariableStatement
  | FunctionStatement
  | ClassStatement
  | EnumStatement
  | NamespaceStatement
  | TypeStatement
  | ExpressionStatement
  | ReturnStatement
  | ThrowStatement
  | IfStatement
  | SwitchStatement
  | LoopStatement
  | TryStatement
  | BlockStatement
  | LabeledStatement
  | JumpStatement
  | OpaqueStatement;

/** `import …` and `import x = require('…')` (one specifier of `imported: '*'` with `require: true`). */
export interface ImportStatement {
  readonly kind: 'import';
  readonly range: Range;
  readonly source: string;
  readonly specifiers: readonly ImportSpecifier[];
  /** `import type …`: evidence of a type, never a value. */
  readonly typeOnly?: true;
  readonly require?: true;
}

export interface ImportSpecifier {
  /** Exported name; `default`, or `*` for a namespace. */
  readonly imported: string;
  readonly local: string;
  /** Of the local name. */
  readonly range: Range;
  readonly typeOnly?: true;
}

/**
 * `export { a as b }`, `export { a } from './x'`. A declaration with `export` before it is the declaration followed by
 * one of these, whose range is the declared name's.
 */
export interface ExportStatement {
  readonly kind: 'export';
  readonly range: Range;
  readonly specifiers: readonly ExportSpecifier[];
  readonly source?: string;
}

export interface ExportSpecifier {
  readonly local: string;
  readonly exported: string;
  readonly range: Range;
}

/** `export * from './x'`, `export * as name from './x'`. */
export interface ExportAllStatement {
  readonly kind: 'export-all';
  readonly range: Range;
  readonly source: string;
  readonly exported?: string;
}

/** `export default <expression>` and `export = <expression>` (`equals: true`). Declarations come as `export`. */
export interface ExportDefaultStatement {
  readonly kind: 'export-default';
  readonly range: Range;
  readonly value: Expression;
  readonly equals?: true;
}

export interface VariableStatement {
  readonly kind: 'variable';
  readonly range: Range;
  /** `using` and `await using` are `const`. */
  readonly mode: 'const' | 'let' | 'var';
  readonly declarations: readonly VariableDeclaration[];
}

export interface VariableDeclaration {
  readonly target: Pattern;
  readonly init?: Expression;
  readonly type?: TypeReference;
}

export interface FunctionStatement {
  readonly kind: 'function-declaration';
  readonly range: Range;
  readonly function: FunctionExpression;
}

export interface ClassStatement {
  readonly kind: 'class-declaration';
  /** The class's: modifiers and decorators are before it. */
  readonly range: Range;
  readonly class: ClassExpression;
}

export interface EnumStatement {
  readonly kind: 'enum';
  readonly range: Range;
  readonly name: string;
  readonly members: readonly EnumMember[];
}

export interface EnumMember {
  readonly name: string;
  readonly range: Range;
  readonly init?: Expression;
}

/** `namespace A.B { … }` is a namespace `A` whose body is a namespace `B` and its export. */
export interface NamespaceStatement {
  readonly kind: 'namespace';
  readonly range: Range;
  readonly name: string;
  readonly body: readonly Statement[];
}

/** `interface` or `type X = { … }`: member names, as evidence of an object's shape. Other type aliases are gone. */
export interface TypeStatement {
  readonly kind: 'type';
  readonly range: Range;
  readonly name: string;
  readonly extends?: readonly TypeReference[];
  readonly members: readonly TypeMember[];
}

export interface TypeMember {
  readonly name: string;
  /** Of the name. */
  readonly range: Range;
  readonly type?: TypeReference;
}

export interface ExpressionStatement {
  readonly kind: 'expression';
  readonly range: Range;
  readonly expression: Expression;
}

export interface ReturnStatement {
  readonly kind: 'return';
  readonly range: Range;
  readonly value?: Expression;
}

export interface ThrowStatement {
  readonly kind: 'throw';
  readonly range: Range;
  readonly value: Expression;
}

export interface IfStatement {
  readonly kind: 'if';
  readonly range: Range;
  readonly test: Expression;
  readonly then: readonly Statement[];
  readonly else?: readonly Statement[];
}

export interface SwitchStatement {
  readonly kind: 'switch';
  readonly range: Range;
  readonly discriminant: Expression;
  readonly cases: readonly SwitchCase[];
}

export interface SwitchCase {
  /** Absent for `default`. */
  readonly test?: Expression;
  readonly body: readonly Statement[];
}

/** Every loop. `left` is what `for…in` and `for…of` bind; `init`, `test` and `update` are those of `for`, `while`, `do`. */
export interface LoopStatement {
  readonly kind: 'loop';
  readonly range: Range;
  readonly form: 'for' | 'for-in' | 'for-of' | 'while' | 'do';
  readonly await?: true;
  /** A declaration, or (as `expression` of an `assign` to itself) the assigned pattern. */
  readonly init?: VariableStatement | ExpressionStatement;
  readonly left?: VariableStatement | Pattern;
  readonly iterable?: Expression;
  readonly test?: Expression;
  readonly update?: Expression;
  readonly body: readonly Statement[];
}

export interface TryStatement {
  readonly kind: 'try';
  readonly range: Range;
  readonly body: readonly Statement[];
  readonly param?: Pattern;
  readonly handler?: readonly Statement[];
  readonly finalizer?: readonly Statement[];
}

export interface BlockStatement {
  readonly kind: 'block';
  readonly range: Range;
  readonly body: readonly Statement[];
}

export interface LabeledStatement {
  readonly kind: 'labeled';
  readonly range: Range;
  readonly label: string;
  readonly body: readonly Statement[];
}

export interface JumpStatement {
  readonly kind: 'break' | 'continue';
  readonly range: Range;
  readonly label?: string;
}

export interface OpaqueStatement {
  readonly kind: 'opaque';
  readonly range: Range;
}

// --------------------------------------------------------------------------------------------------- expressions

export type Expression =
  | StringLiteral
  | NumberLiteral
  | BigIntLiteral
  | BooleanLiteral
  | NullLiteral
  | RegExpLiteral
  | TemplateLiteral
  | TaggedTemplate
  | Identifier
  | ThisExpression
  | SuperExpression
  | MetaProperty
  | MemberExpression
  | CallExpression
  | NewExpression
  | ImportExpression
  | ObjectExpression
  | ArrayExpression
  | FunctionExpression
  | ClassExpression
  | UnaryExpression
  | UpdateExpression
  | BinaryExpression
  | LogicalExpression
  | AssignExpression
  | ConditionalExpression
  | SequenceExpression
  | AwaitExpression
  | YieldExpression
  | JsxElement
  | OpaqueExpression;

export interface StringLiteral {
  readonly kind: 'string';
  readonly range: Range;
  readonly value: string;
}

export interface NumberLiteral {
  readonly kind: 'number';
  readonly range: Range;
  /** Source text, e.g. `15_000`, `0x1f`, `1e3`. */
  readonly text: string;
}

export interface BigIntLiteral {
  readonly kind: 'bigint';
  readonly range: Range;
  /** Source text with its `n`. */
  readonly text: string;
}

export interface BooleanLiteral {
  readonly kind: 'boolean';
  readonly range: Range;
  readonly value: boolean;
}

export interface NullLiteral {
  readonly kind: 'null';
  readonly range: Range;
}

export interface RegExpLiteral {
  readonly kind: 'regexp';
  readonly range: Range;
  /** Source text with its delimiters and flags. */
  readonly text: string;
}

export interface TemplateLiteral {
  readonly kind: 'template';
  readonly range: Range;
  /** Cooked strings, one more than `expressions`. An invalid escape in a tagged template cooks to `''`. */
  readonly strings: readonly string[];
  readonly expressions: readonly Expression[];
}

export interface TaggedTemplate {
  readonly kind: 'tagged';
  readonly range: Range;
  readonly tag: Expression;
  readonly template: TemplateLiteral;
}

export interface Identifier {
  readonly kind: 'identifier';
  readonly range: Range;
  readonly name: string;
}

export interface ThisExpression {
  readonly kind: 'this';
  readonly range: Range;
}

export interface SuperExpression {
  readonly kind: 'super';
  readonly range: Range;
}

/** `import.meta` or `new.target`. */
export interface MetaProperty {
  readonly kind: 'meta';
  readonly range: Range;
  readonly name: 'import.meta' | 'new.target';
}

export interface MemberExpression {
  readonly kind: 'member';
  readonly range: Range;
  readonly object: Expression;
  /** A name (private names with their `#`), or the expression in brackets. A bracketed string literal is an expression. */
  readonly property: string | Expression;
  /** Of the name or of the expression in brackets. */
  readonly propertyRange: Range;
  readonly optional?: true;
}

export interface CallExpression {
  readonly kind: 'call';
  readonly range: Range;
  readonly callee: Expression;
  readonly args: readonly Argument[];
  readonly optional?: true;
}

export interface NewExpression {
  readonly kind: 'new';
  readonly range: Range;
  readonly callee: Expression;
  readonly args: readonly Argument[];
}

/** `import('…')`. */
export interface ImportExpression {
  readonly kind: 'import-call';
  readonly range: Range;
  readonly source: Expression;
}

export type Argument = Expression | SpreadElement;

export interface SpreadElement {
  readonly kind: 'spread';
  readonly range: Range;
  readonly value: Expression;
}

export interface ObjectExpression {
  readonly kind: 'object';
  readonly range: Range;
  readonly members: readonly (Property | SpreadElement)[];
}

export interface Property {
  readonly kind: 'property';
  /** From the key (after `get`, `set`, `async`, `*`) to the end of the value. */
  readonly range: Range;
  /** A name, a string or a number as written by `String(…)`, or the expression in brackets. */
  readonly key: string | Expression;
  readonly keyRange: Range;
  readonly value: Expression;
  readonly accessor?: 'get' | 'set';
}

export interface ArrayExpression {
  readonly kind: 'array';
  readonly range: Range;
  /** `null` is a hole. */
  readonly elements: readonly (Expression | SpreadElement | null)[];
}

export interface FunctionExpression {
  readonly kind: 'function';
  /** From `async`, `function`, the first parameter or `(`; of a method, from its key. */
  readonly range: Range;
  /** What to underline for the whole function: its name, else its `function` or `=>`, else (a method) its key. */
  readonly head: Range;
  readonly name?: string;
  /** Without TypeScript's `this` parameter, which only asserts. */
  readonly params: readonly Parameter[];
  /** Statements, or the expression of a concise arrow function. */
  readonly body: readonly Statement[] | Expression;
  readonly arrow?: true;
  readonly async?: true;
  readonly generator?: true;
}

export interface Parameter {
  readonly target: Pattern;
  readonly type?: TypeReference;
  readonly decorators?: readonly Expression[];
  /** A constructor parameter that declares a field (`private readonly jwt: JwtService`). */
  readonly field?: true;
}

export interface ClassExpression {
  readonly kind: 'class';
  /** From the name, else from `{`, to the end. */
  readonly range: Range;
  readonly name?: string;
  readonly superClass?: Expression;
  readonly members: readonly ClassMember[];
  readonly decorators?: readonly Expression[];
}

export interface ClassMember {
  readonly kind: 'method' | 'get' | 'set' | 'constructor' | 'field' | 'static-block';
  /** From the key to the end; of a static block, the whole. */
  readonly range: Range;
  /** As in `Property`; absent for a static block. */
  readonly key?: string | Expression;
  readonly static?: true;
  /** A method's function, a field's initial value, or a static block as a function without parameters. */
  readonly value?: Expression;
  readonly type?: TypeReference;
  readonly decorators?: readonly Expression[];
}

export interface UnaryExpression {
  readonly kind: 'unary';
  readonly range: Range;
  readonly operator: '!' | '-' | '+' | '~' | 'typeof' | 'void' | 'delete';
  readonly operand: Expression;
}

export interface UpdateExpression {
  readonly kind: 'update';
  readonly range: Range;
  readonly operator: '++' | '--';
  readonly operand: Expression;
}

export interface BinaryExpression {
  readonly kind: 'binary';
  readonly range: Range;
  /** As written, e.g. `+`, `===`, `|`, `in`, `instanceof`. */
  readonly operator: string;
  readonly left: Expression;
  readonly right: Expression;
}

export interface LogicalExpression {
  readonly kind: 'logical';
  readonly range: Range;
  readonly operator: '&&' | '||' | '??';
  readonly left: Expression;
  readonly right: Expression;
}

export interface AssignExpression {
  readonly kind: 'assign';
  readonly range: Range;
  /** `=`, `+=`, `||=`, … */
  readonly operator: string;
  readonly target: Pattern;
  readonly value: Expression;
}

export interface ConditionalExpression {
  readonly kind: 'conditional';
  readonly range: Range;
  readonly test: Expression;
  readonly then: Expression;
  readonly else: Expression;
}

export interface SequenceExpression {
  readonly kind: 'sequence';
  readonly range: Range;
  readonly expressions: readonly Expression[];
}

export interface AwaitExpression {
  readonly kind: 'await';
  readonly range: Range;
  readonly value: Expression;
}

export interface YieldExpression {
  readonly kind: 'yield';
  readonly range: Range;
  readonly value?: Expression;
}

export interface JsxElement {
  readonly kind: 'jsx';
  /** Of the whole element; of a fragment likewise. */
  readonly range: Range;
  /** Dotted tag name as written; absent for a fragment. */
  readonly name?: string;
  readonly attributes: readonly (JsxAttribute | SpreadElement)[];
  /** Elements and `{expressions}`; text is gone. */
  readonly children: readonly Expression[];
}

export interface JsxAttribute {
  readonly kind: 'attribute';
  readonly range: Range;
  readonly name: string;
  /** Absent for a bare attribute. A string keeps its source text (entities are not decoded). */
  readonly value?: Expression;
}

export interface OpaqueExpression {
  readonly kind: 'opaque';
  readonly range: Range;
}

// ------------------------------------------------------------------------------------------------------ patterns

/** What can be bound or assigned. Member expressions occur in assignments only. */
export type Pattern = Identifier | MemberExpression | ObjectPattern | ArrayPattern | DefaultPattern | RestPattern | OpaqueExpression;

export interface ObjectPattern {
  readonly kind: 'object-pattern';
  readonly range: Range;
  readonly properties: readonly (PatternProperty | RestPattern)[];
}

export interface PatternProperty {
  readonly kind: 'pattern-property';
  readonly key: string | Expression;
  readonly keyRange: Range;
  readonly target: Pattern;
}

export interface ArrayPattern {
  readonly kind: 'array-pattern';
  readonly range: Range;
  readonly elements: readonly (Pattern | null)[];
}

export interface DefaultPattern {
  readonly kind: 'default-pattern';
  readonly range: Range;
  readonly target: Pattern;
  readonly default: Expression;
}

export interface RestPattern {
  readonly kind: 'rest-pattern';
  readonly range: Range;
  readonly target: Pattern;
}

// --------------------------------------------------------------------------------------------------------- types

/**
 * A named type in an annotation: `Response`, `express.Response`, `import('express').Response` (with `from`).
 * `null` and `undefined` beside it are dropped; every other type is absent.
 */
export interface TypeReference {
  readonly name: string;
  /** Module of an `import('…')` type. */
  readonly from?: string;
  /** Type arguments that are themselves named types; other arguments are absent from the end, `null` between. */
  readonly args?: readonly (TypeReference | null)[];
}
