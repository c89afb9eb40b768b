import type {
  ArrayPattern, AssignExpression, ClassExpression, Expression, FunctionExpression, Identifier, LoopStatement,
  ModuleIR, NamespaceStatement, ObjectPattern, Pattern, Statement, VariableStatement,
} from '../../ir/types.js';
import { forEachChild, type IrNode } from '../../ir/walk.js';
import { Scope, type Access, type Binding, type Declaration, type Scopes, type Write } from './scopes.js';

/** The scopes of a module, in one pass over it; references and writes are resolved when all declarations are known. */
export function buildScopes(ir: ModuleIR): Scopes {
  return new ScopeBuilder().build(ir);
}

class ScopeBuilder {
  private readonly root = new Scope(undefined, true);
  private readonly bindingOf = new Map<Identifier, Binding>();
  private readonly parentOf = new Map<IrNode, IrNode>();
  private readonly namespaces = new Map<NamespaceStatement, Scope>();
  private readonly globals = new Set<string>();
  private readonly pendingReferences: { identifier: Identifier; scope: Scope }[] = [];
  private readonly pendingWrites: { name: string; scope: Scope; write: Write }[] = [];

  build(ir: ModuleIR): Scopes {
    this.statements(ir.body, undefined, this.root);
    for (const { identifier, scope } of this.pendingReferences) {
      const binding = scope.lookup(identifier.name);
      if (binding === undefined) this.globals.add(identifier.name);
      else {
        binding.references.push(identifier);
        this.bindingOf.set(identifier, binding);
      }
    }
    for (const { name, scope, write } of this.pendingWrites) scope.lookup(name)?.writes.push(write);
    return {
      module: this.root,
      bindingOf: this.bindingOf,
      parentOf: this.parentOf,
      namespaces: this.namespaces,
      globals: this.globals,
    };
  }

  private statements(body: readonly Statement[], parent: IrNode | undefined, scope: Scope): void {
    for (const statement of body) {
      if (parent !== undefined) this.parentOf.set(statement, parent);
      this.statement(statement, scope);
    }
  }

  private block(body: readonly Statement[] | undefined, parent: IrNode, scope: Scope): void {
    if (body !== undefined) this.statements(body, parent, new Scope(scope, false));
  }

  private statement(node: Statement, scope: Scope): void {
    switch (node.kind) {
      case 'import':
        for (const specifier of node.specifiers) {
          scope.declare(specifier.local, { kind: 'import', statement: node, specifier });
        }
        return;
      case 'variable':
        return this.variable(node, scope);
      case 'function-declaration':
        if (node.function.name !== undefined) {
          scope.declare(node.function.name, { kind: 'function', function: node.function });
        }
        this.parentOf.set(node.function, node);
        return this.function(node.function, scope);
      case 'class-declaration':
        if (node.class.name !== undefined) scope.declare(node.class.name, { kind: 'class', class: node.class });
        this.parentOf.set(node.class, node);
        return this.class(node.class, scope);
      case 'enum': {
        scope.declare(node.name, { kind: 'enum', statement: node });
        const inner = new Scope(scope, false);
        for (const { name } of node.members) inner.declare(name, { kind: 'enum-member', statement: node, name });
        for (const { init } of node.members) if (init !== undefined) this.child(init, node, inner);
        return;
      }
      case 'namespace': {
        scope.declare(node.name, { kind: 'namespace', statement: node });
        const inner = new Scope(scope, true);
        this.namespaces.set(node, inner);
        return this.statements(node.body, node, inner);
      }
      case 'type':
        scope.declare(node.name, { kind: 'type', statement: node });
        return;
      case 'if':
        this.child(node.test, node, scope);
        this.block(node.then, node, scope);
        return this.block(node.else, node, scope);
      case 'switch': {
        this.child(node.discriminant, node, scope);
        const inner = new Scope(scope, false);
        for (const clause of node.cases) {
          if (clause.test !== undefined) this.child(clause.test, node, inner);
          this.statements(clause.body, node, inner);
        }
        return;
      }
      case 'loop':
        return this.loop(node, new Scope(scope, false));
      case 'try': {
        this.block(node.body, node, scope);
        const inner = new Scope(scope, false);
        if (node.param !== undefined) {
          this.bind(node.param, [], node, inner, () => ({ kind: 'catch' }));
        }
        this.block(node.handler, node, inner);
        return this.block(node.finalizer, node, scope);
      }
      case 'block':
      case 'labeled':
        return this.block(node.body, node, scope);
      default:
        return forEachChild(node, (child) => this.child(child, node, scope));
    }
  }

  private variable(node: VariableStatement, scope: Scope): void {
    const home = node.mode === 'var' ? functionScope(scope) : scope;
    for (const declaration of node.declarations) {
      this.bind(declaration.target, [], node, scope, (access, target) => ({
        kind: 'variable', statement: node, declaration, access, target,
      }), home);
      if (declaration.init !== undefined) this.child(declaration.init, node, scope);
    }
  }

  private loop(node: LoopStatement, scope: Scope): void {
    if (node.init !== undefined) {
      this.parentOf.set(node.init, node);
      this.statement(node.init, scope);
    }
    if (node.left !== undefined) {
      if (node.left.kind === 'variable') {
        this.parentOf.set(node.left, node);
        const home = node.left.mode === 'var' ? functionScope(scope) : scope;
        for (const { target } of node.left.declarations) {
          this.bind(target, [], node.left, scope, (access) => ({ kind: 'loop', loop: node, access }), home);
        }
      } else {
        this.assigned(node.left, [], node, node, scope);
      }
    }
    for (const part of [node.iterable, node.test, node.update]) {
      if (part !== undefined) this.child(part, node, scope);
    }
    this.block(node.body, node, scope);
  }

  /** An expression, or whatever else `forEachChild` hands out. */
  private child(node: IrNode, parent: IrNode, scope: Scope): void {
    this.parentOf.set(node, parent);
    switch (node.kind) {
      case 'identifier':
        this.pendingReferences.push({ identifier: node, scope });
        return;
      case 'function':
        return this.function(node, namedScope(node.arrow ? undefined : node.name, { kind: 'function', function: node }, scope));
      case 'class':
        return this.class(node, namedScope(node.name, { kind: 'class', class: node }, scope));
      case 'assign':
        this.assigned(node.target, [], node, node, scope);
        return this.child(node.value, node, scope);
      case 'update':
        if (node.operand.kind === 'identifier') {
          this.pendingWrites.push({ name: node.operand.name, scope, write: { node, access: [] } });
        }
        return this.child(node.operand, node, scope);
      default:
        return forEachChild(node, (child) => this.child(child, node, scope));
    }
  }

  private function(node: FunctionExpression, outer: Scope): void {
    const scope = new Scope(outer, true);
    node.params.forEach((parameter, index) => {
      this.bind(parameter.target, [], node, scope, (access) => ({
        kind: 'param', function: node, index, parameter, access,
      }));
      for (const decorator of parameter.decorators ?? []) this.child(decorator, node, outer);
    });
    if (Array.isArray(node.body)) this.statements(node.body as readonly Statement[], node, scope);
    else this.child(node.body as Expression, node, scope);
  }

  private class(node: ClassExpression, outer: Scope): void {
    const scope = new Scope(outer, false);
    if (node.superClass !== undefined) this.child(node.superClass, node, scope);
    for (const decorator of node.decorators ?? []) this.child(decorator, node, outer);
    for (const member of node.members) {
      this.parentOf.set(member, node);
      for (const decorator of member.decorators ?? []) this.child(decorator, member, outer);
      if (member.key !== undefined && typeof member.key !== 'string') this.child(member.key, member, outer);
      if (member.value !== undefined) this.child(member.value, member, scope);
    }
  }

  /** Declares the names of a pattern; defaults and computed keys are expressions of `scope`. */
  private bind(
    pattern: Pattern,
    access: readonly Access[],
    parent: IrNode,
    scope: Scope,
    declare: (access: readonly Access[], target: Identifier) => Declaration,
    home: Scope = scope,
  ): void {
    if (pattern.kind === 'identifier') {
      const binding = home.declare(pattern.name, declare(access, pattern));
      this.parentOf.set(pattern, parent);
      this.bindingOf.set(pattern, binding);
      return;
    }
    this.eachPart(pattern, access, parent, scope, (part, partAccess, partParent) => {
      this.bind(part, partAccess, partParent, scope, declare, home);
    });
  }

  /** Records the writes of an assignment's pattern. */
  private assigned(
    pattern: Pattern,
    access: readonly Access[],
    parent: IrNode,
    node: AssignExpression | LoopStatement,
    scope: Scope,
  ): void {
    if (pattern.kind === 'identifier' || pattern.kind === 'member' || pattern.kind === 'opaque') {
      if (pattern.kind === 'identifier') {
        this.pendingWrites.push({ name: pattern.name, scope, write: { node, access, ...(node.kind === 'assign' ? { value: node.value } : {}) } });
      }
      return this.child(pattern, parent, scope);
    }
    this.eachPart(pattern, access, parent, scope, (part, partAccess, partParent) => {
      this.assigned(part, partAccess, partParent, node, scope);
    });
  }

  private eachPart(
    pattern: Exclude<Pattern, Identifier>,
    access: readonly Access[],
    parent: IrNode,
    scope: Scope,
    visit: (part: Pattern, access: readonly Access[], parent: IrNode) => void,
  ): void {
    this.parentOf.set(pattern, parent);
    switch (pattern.kind) {
      case 'object-pattern':
        return this.objectParts(pattern, access, scope, visit);
      case 'array-pattern':
        return arrayParts(pattern, access, visit);
      case 'default-pattern':
        this.child(pattern.default, pattern, scope);
        return visit(pattern.target, [...access, { kind: 'default', value: pattern.default }], pattern);
      case 'rest-pattern':
        return visit(pattern.target, [...access, { kind: 'rest', taken: undefined }], pattern);
      case 'member':
      case 'opaque':
        return this.child(pattern, parent, scope);
    }
  }

  private objectParts(
    pattern: ObjectPattern,
    access: readonly Access[],
    scope: Scope,
    visit: (part: Pattern, access: readonly Access[], parent: IrNode) => void,
  ): void {
    const taken: string[] = [];
    for (const property of pattern.properties) {
      if (property.kind === 'rest-pattern') {
        this.parentOf.set(property, pattern);
        visit(property.target, [...access, { kind: 'rest', taken: [...taken] }], property);
        continue;
      }
      if (typeof property.key === 'string') taken.push(property.key);
      else this.child(property.key, pattern, scope);
      visit(property.target, [...access, { kind: 'property', key: property.key, range: property.keyRange }], pattern);
    }
  }
}

function arrayParts(
  pattern: ArrayPattern,
  access: readonly Access[],
  visit: (part: Pattern, access: readonly Access[], parent: IrNode) => void,
): void {
  pattern.elements.forEach((element, index) => {
    if (element === null) return;
    if (element.kind === 'rest-pattern') visit(element.target, [...access, { kind: 'rest', taken: index }], pattern);
    else visit(element, [...access, { kind: 'index', index }], pattern);
  });
}

/** The scope of a function's or class's own name, when it is an expression. */
function namedScope(name: string | undefined, declaration: Declaration, outer: Scope): Scope {
  if (name === undefined) return outer;
  const scope = new Scope(outer, false);
  scope.declare(name, declaration);
  return scope;
}

function functionScope(scope: Scope): Scope {
  let current = scope;
  while (!current.isFunction && current.parent !== undefined) current = current.parent;
  return current;
}
