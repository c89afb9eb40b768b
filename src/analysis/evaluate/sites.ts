import type {
  AssignExpression, CallExpression, ClassExpression, DefaultPattern, Expression, FunctionExpression, IfStatement,
  JsxElement, LogicalExpression, ModuleIR, NewExpression,
} from '../../ir/types.js';
import { forEachChild, type IrNode } from '../../ir/walk.js';

/** Nodes that the analysis looks for, in the order of the source. */
export interface Sites {
  readonly calls: readonly (CallExpression | NewExpression)[];
  /** Assignments to members: `req.session.userId = …`, `document.cookie = …`. */
  readonly memberWrites: readonly AssignExpression[];
  /** Elements of components: `<Provider>`, not `<div>`. */
  readonly components: readonly JsxElement[];
  readonly functions: readonly FunctionExpression[];
  readonly classes: readonly ClassExpression[];
  readonly ifs: readonly IfStatement[];
  /** `a || b`, `a ?? b` and `{ a = b }`, each with all that it falls back to in turn. */
  readonly fallbacks: readonly (LogicalExpression | DefaultPattern)[];
  /** What decides between ways: tests, discriminants, left sides of `&&` and `||`, and compared results. */
  readonly conditions: readonly Expression[];
}

/** Finds them in one pass over a module. */
export function collectSites(ir: ModuleIR): Sites {
  const sites = {
    calls: [] as (CallExpression | NewExpression)[],
    memberWrites: [] as AssignExpression[],
    components: [] as JsxElement[],
    functions: [] as FunctionExpression[],
    classes: [] as ClassExpression[],
    ifs: [] as IfStatement[],
    conditions: [] as Expression[],
    fallbacks: [] as (LogicalExpression | DefaultPattern)[],
  };
  const visit = (node: IrNode): void => {
    switch (node.kind) {
      case 'call':
      case 'new':
        sites.calls.push(node);
        break;
      case 'assign':
        if (node.target.kind === 'member') sites.memberWrites.push(node);
        break;
      case 'jsx':
        if (node.name !== undefined && /^[A-Z]|\./.test(node.name)) sites.components.push(node);
        break;
      case 'function':
        sites.functions.push(node);
        break;
      case 'class':
        sites.classes.push(node);
        break;
      case 'if':
        sites.ifs.push(node);
        sites.conditions.push(node.test);
        break;
      case 'conditional':
        sites.conditions.push(node.test);
        break;
      case 'switch':
        sites.conditions.push(node.discriminant);
        break;
      case 'logical':
        if (node.operator !== '??') sites.conditions.push(node.left);
        if (node.operator !== '&&') sites.fallbacks.push(node);
        break;
      case 'default-pattern':
        sites.fallbacks.push(node);
        break;
      case 'return':
        if (node.value?.kind === 'binary' || node.value?.kind === 'unary') sites.conditions.push(node.value);
        break;
    }
    forEachChild(node, visit);
  };
  forEachChild(ir, visit);
  return sites;
}
