import type {
  ClassMember, Expression, FunctionExpression, JsxAttribute, ModuleIR, Parameter, Pattern, PatternProperty, Property,
  SpreadElement, Statement,
} from './types.js';

/** Every part of the IR that has a `kind`. */
export type IrNode =
  | Statement
  | Expression
  | Pattern
  | SpreadElement
  | Property
  | PatternProperty
  | ClassMember
  | JsxAttribute;

type Visit = (child: IrNode) => void;

/**
 * Calls `visit` with the direct children of a node (or the statements of a module), in the order of the source. Parts
 * without a `kind` (declarations, parameters, switch cases, enum members) are passed through: their own parts count as
 * children of the node. Types and comments are not visited.
 */
export function forEachChild(node: IrNode | ModuleIR, visit: Visit): void {
  if (!('kind' in node)) return each(node.body, visit);
  switch (node.kind) {
    case 'export-default':
    case 'throw':
    case 'await':
    case 'spread':
      return visit(node.value);
    case 'return':
    case 'yield':
    case 'attribute':
      return one(node.value, visit);
    case 'variable':
      for (const declaration of node.declarations) {
        visit(declaration.target);
        one(declaration.init, visit);
      }
      return;
    case 'function-declaration':
      return visit(node.function);
    case 'class-declaration':
      return visit(node.class);
    case 'enum':
      for (const member of node.members) one(member.init, visit);
      return;
    case 'expression':
      return visit(node.expression);
    case 'namespace':
    case 'block':
    case 'labeled':
      return each(node.body, visit);
    case 'if':
    case 'conditional':
      visit(node.test);
      branch(node.then, visit);
      return branch(node.else, visit);
    case 'switch':
      visit(node.discriminant);
      for (const { test, body } of node.cases) {
        one(test, visit);
        each(body, visit);
      }
      return;
    case 'loop':
      for (const part of [node.init, node.left, node.iterable, node.test, node.update]) one(part, visit);
      return each(node.body, visit);
    case 'try':
      each(node.body, visit);
      one(node.param, visit);
      each(node.handler ?? [], visit);
      return each(node.finalizer ?? [], visit);
    case 'template':
      return each(node.expressions, visit);
    case 'tagged':
      visit(node.tag);
      return visit(node.template);
    case 'member':
      visit(node.object);
      return key(node.property, visit);
    case 'call':
    case 'new':
      visit(node.callee);
      return each(node.args, visit);
    case 'import-call':
      return visit(node.source);
    case 'object':
      return each(node.members, visit);
    case 'property':
      key(node.key, visit);
      return visit(node.value);
    case 'array':
    case 'array-pattern':
      for (const element of node.elements) if (element !== null) visit(element);
      return;
    case 'function':
      return functionParts(node, visit);
    case 'class':
      each(node.decorators ?? [], visit);
      one(node.superClass, visit);
      return each(node.members, visit);
    case 'method':
    case 'get':
    case 'set':
    case 'constructor':
    case 'field':
    case 'static-block':
      each(node.decorators ?? [], visit);
      key(node.key, visit);
      return one(node.value, visit);
    case 'unary':
    case 'update':
      return visit(node.operand);
    case 'binary':
    case 'logical':
      visit(node.left);
      return visit(node.right);
    case 'assign':
      visit(node.target);
      return visit(node.value);
    case 'sequence':
      return each(node.expressions, visit);
    case 'jsx':
      each(node.attributes, visit);
      return each(node.children, visit);
    case 'object-pattern':
      return each(node.properties, visit);
    case 'pattern-property':
      key(node.key, visit);
      return visit(node.target);
    case 'default-pattern':
      visit(node.target);
      return visit(node.default);
    case 'rest-pattern':
      return visit(node.target);
    case 'import':
    case 'export':
    case 'export-all':
    case 'type':
    case 'break':
    case 'continue':
    case 'opaque':
    case 'string':
    case 'number':
    case 'bigint':
    case 'boolean':
    case 'null':
    case 'regexp':
    case 'identifier':
    case 'this':
    case 'super':
    case 'meta':
      return;
  }
}

/**
 * Every part of a node or module, in the order of the source, without the node itself. Parts that `enter` refuses are
 * listed, and nothing in them is.
 */
export function descendants(node: IrNode | ModuleIR, enter: (part: IrNode) => boolean = () => true): IrNode[] {
  const found: IrNode[] = [];
  const visit = (part: IrNode): void => {
    found.push(part);
    if (enter(part)) forEachChild(part, visit);
  };
  forEachChild(node, visit);
  return found;
}

/** Whether a node, or any part of it or of a module, passes a test. */
export function someNode(node: IrNode | ModuleIR, test: (part: IrNode) => boolean): boolean {
  if ('kind' in node && test(node)) return true;
  let found = false;
  forEachChild(node, (child) => {
    found ||= someNode(child, test);
  });
  return found;
}

function functionParts(node: FunctionExpression, visit: Visit): void {
  for (const parameter of node.params) parameterParts(parameter, visit);
  branch(node.body, visit);
}

function parameterParts(parameter: Parameter, visit: Visit): void {
  each(parameter.decorators ?? [], visit);
  visit(parameter.target);
}

function each(nodes: readonly IrNode[], visit: Visit): void {
  for (const node of nodes) visit(node);
}

function one(node: IrNode | undefined, visit: Visit): void {
  if (node !== undefined) visit(node);
}

function key(name: string | Expression | undefined, visit: Visit): void {
  if (name !== undefined && typeof name !== 'string') visit(name);
}

function branch(body: readonly Statement[] | Expression | undefined, visit: Visit): void {
  if (body === undefined) return;
  if ('kind' in body) visit(body);
  else each(body, visit);
}
