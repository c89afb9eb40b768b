import type {
  CallExpression, Expression, FunctionExpression, Identifier, ModuleIR, NewExpression, Range, Statement,
} from '../../ir/types.js';
import { descendants, type IrNode } from '../../ir/walk.js';
import type { Place } from '../finding.js';
import { buildScopes } from './scope-builder.js';
import type { Binding, Scopes } from './scopes.js';
import { collectSites, type Sites } from './sites.js';

/** What a module exports under one name. */
export type Export =
  | { readonly kind: 'local'; readonly name: string; readonly range: Range }
  | { readonly kind: 'from'; readonly source: string; readonly imported: string; readonly range: Range }
  | { readonly kind: 'value'; readonly value: Expression };

export interface Exports {
  readonly named: ReadonlyMap<string, Export>;
  /** Sources of `export *`. */
  readonly stars: readonly string[];
  /** `module.exports = …` or `export = …`. */
  readonly whole?: Expression;
}

/** A lowered module with what can be said of it alone; each part is computed when first asked for. */
export class Module {
  private scopesCache: Scopes | undefined;
  private exportsCache: Exports | undefined;
  private sitesCache: Sites | undefined;
  private nodesCache: readonly IrNode[] | undefined;

  constructor(
    readonly file: string,
    readonly ir: ModuleIR,
  ) {}

  get scopes(): Scopes {
    return (this.scopesCache ??= buildScopes(this.ir));
  }

  get exports(): Exports {
    return (this.exportsCache ??= collectExports(this.ir));
  }

  /** Every node, in the order of the source. */
  get nodes(): readonly IrNode[] {
    return (this.nodesCache ??= descendants(this.ir));
  }

  get sites(): Sites {
    return (this.sitesCache ??= collectSites(this.ir));
  }

  /** Computes what recursion over the whole module computes. Throws a `RangeError` where that is nested too deeply. */
  prepare(): void {
    this.scopesCache ??= buildScopes(this.ir);
    this.sitesCache ??= collectSites(this.ir);
  }

  place(range: Range): Place {
    return { file: this.file, range };
  }

  bindingOf(identifier: Identifier): Binding | undefined {
    return this.scopes.bindingOf.get(identifier);
  }

  parentOf(node: IrNode): IrNode | undefined {
    return this.scopes.parentOf.get(node);
  }

  /** The functions around a node, innermost first; a function is not around itself. */
  functionsAround(node: IrNode): FunctionExpression[] {
    const result: FunctionExpression[] = [];
    for (let current = this.parentOf(node); current !== undefined; current = this.parentOf(current)) {
      if (current.kind === 'function') result.push(current);
    }
    return result;
  }
}

/** Whether a member expression names `module.exports`. */
export function isModuleExports(node: IrNode): boolean {
  return node.kind === 'member' && node.property === 'exports' && node.object.kind === 'identifier' && node.object.name === 'module';
}

function isExportsObject(node: IrNode): boolean {
  return isModuleExports(node) || (node.kind === 'identifier' && node.name === 'exports');
}

function collectExports(ir: ModuleIR): Exports {
  const named = new Map<string, Export>();
  const stars: string[] = [];
  let whole: Expression | undefined;
  const commonJs = (expression: Expression): void => {
    if (expression.kind !== 'assign' || expression.operator !== '=') return;
    const { target, value } = expression;
    if (value.kind === 'assign') commonJs(value);
    const final = lastValue(value);
    if (isModuleExports(target)) whole = final;
    else if (target.kind === 'member' && typeof target.property === 'string' && isExportsObject(target.object)) {
      // Compilers first write `exports.x = void 0`.
      if (final.kind !== 'unary') named.set(target.property, { kind: 'value', value: final });
    }
  };
  for (const statement of ir.body) {
    switch (statement.kind) {
      case 'export':
        for (const { local, exported, range } of statement.specifiers) {
          named.set(
            exported,
            statement.source === undefined
              ? { kind: 'local', name: local, range }
              : { kind: 'from', source: statement.source, imported: local, range },
          );
        }
        break;
      case 'export-all':
        if (statement.exported === undefined) stars.push(statement.source);
        else named.set(statement.exported, { kind: 'from', source: statement.source, imported: '*', range: statement.range });
        break;
      case 'export-default':
        if (statement.equals) whole = statement.value;
        else named.set('default', { kind: 'value', value: statement.value });
        break;
      case 'expression':
        commonJs(statement.expression);
        break;
      case 'variable':
        // const api = (module.exports = {})
        for (const { init } of statement.declarations) if (init !== undefined) commonJs(init);
        break;
    }
  }
  return { named, stars, ...(whole === undefined ? {} : { whole }) };
}

function lastValue(value: Expression): Expression {
  return value.kind === 'assign' ? lastValue(value.value) : value;
}

/** Statements of a function's body; a concise arrow function has none. */
export function statementsOf(fn: FunctionExpression): readonly Statement[] | undefined {
  return 'kind' in fn.body ? undefined : fn.body;
}

/** The innermost node with exactly this range. */
export function nodeAt({ ir }: Module, { range: [start, end] }: Place): IrNode | undefined {
  return descendants(ir).findLast((node) => 'range' in node && node.range[0] === start && node.range[1] === end);
}

/** What underlines a call: the last name of its callee. */
export function calleeRange(node: CallExpression | NewExpression): Range {
  return node.callee.kind === 'member' ? node.callee.propertyRange : shortRange(node.callee);
}

/** The callee of a call of a call is long; its own last name says enough. */
function shortRange(node: Expression): Range {
  return node.kind === 'call' || node.kind === 'new' ? calleeRange(node) : node.kind === 'function' ? node.head : node.range;
}
