import type {
  AssignExpression, ClassExpression, EnumStatement, Expression, FunctionExpression, Identifier, ImportSpecifier,
  ImportStatement, LoopStatement, NamespaceStatement, Parameter, Range, TypeStatement, UpdateExpression,
  VariableDeclaration, VariableStatement,
} from '../../ir/types.js';
import type { IrNode } from '../../ir/walk.js';

/** How to get from a destructured value to one of its bindings. */
export type Access =
  | { readonly kind: 'property'; readonly key: string | Expression; readonly range: Range }
  | { readonly kind: 'index'; readonly index: number }
  | { readonly kind: 'rest'; readonly taken: readonly string[] | number | undefined }
  | { readonly kind: 'default'; readonly value: Expression };

/** What declares a name, with what it takes to evaluate it. */
export type Declaration =
  | { readonly kind: 'import'; readonly statement: ImportStatement; readonly specifier: ImportSpecifier }
  | {
      readonly kind: 'variable';
      readonly statement: VariableStatement;
      readonly declaration: VariableDeclaration;
      readonly access: readonly Access[];
      readonly target: Identifier;
    }
  | { readonly kind: 'loop'; readonly loop: LoopStatement; readonly access: readonly Access[] }
  | { readonly kind: 'function'; readonly function: FunctionExpression }
  | { readonly kind: 'class'; readonly class: ClassExpression }
  | { readonly kind: 'enum'; readonly statement: EnumStatement }
  | { readonly kind: 'enum-member'; readonly statement: EnumStatement; readonly name: string }
  | { readonly kind: 'namespace'; readonly statement: NamespaceStatement }
  | { readonly kind: 'type'; readonly statement: TypeStatement }
  | {
      readonly kind: 'param';
      readonly function: FunctionExpression;
      readonly index: number;
      readonly parameter: Parameter;
      readonly access: readonly Access[];
    }
  | { readonly kind: 'catch' };

/** A write other than the declaration's own initial value. */
export interface Write {
  /** A `var` that is declared again with a value writes it. */
  readonly node: AssignExpression | UpdateExpression | LoopStatement | VariableStatement;
  /** What is written, before `access` and `node.operator`; absent where it is counted or looped over. */
  readonly value?: Expression;
  readonly access: readonly Access[];
}

/** A name of one scope, with everything in the module that declares, writes or reads it. */
export interface Binding {
  readonly name: string;
  readonly scope: Scope;
  readonly declarations: Declaration[];
  readonly writes: Write[];
  readonly references: Identifier[];
}

/** One lexical scope: its own names, and through its parents those that can be seen from it. */
export class Scope {
  readonly bindings = new Map<string, Binding>();
  constructor(
    readonly parent: Scope | undefined,
    /** Where `var` and parameters land. */
    readonly isFunction: boolean,
  ) {}

  lookup(name: string): Binding | undefined {
    return this.bindings.get(name) ?? this.parent?.lookup(name);
  }

  declare(name: string, declaration: Declaration): Binding {
    let binding = this.bindings.get(name);
    if (binding === undefined) {
      binding = { name, scope: this, declarations: [], writes: [], references: [] };
      this.bindings.set(name, binding);
    }
    const isAgain = declaration.kind === 'variable' && binding.declarations.some((one) => one.kind !== 'type');
    if (!isAgain) binding.declarations.push(declaration);
    else if (declaration.declaration.init !== undefined) {
      binding.writes.push({ node: declaration.statement, value: declaration.declaration.init, access: declaration.access });
    }
    return binding;
  }
}

/** Lexical scopes of one module: what each identifier refers to, and what each node stands in. */
export interface Scopes {
  readonly module: Scope;
  /** Of references and of declared names; globals are not in it. */
  readonly bindingOf: ReadonlyMap<Identifier, Binding>;
  readonly parentOf: ReadonlyMap<IrNode, IrNode>;
  /** The scope in which a namespace's members are declared. */
  readonly namespaces: ReadonlyMap<NamespaceStatement, Scope>;
  /** Identifiers that refer to nothing in the module, by name. */
  readonly globals: ReadonlySet<string>;
}
