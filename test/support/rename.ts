import * as typescriptEslint from '@typescript-eslint/parser';
import { AST_NODE_TYPES as Type, type TSESTree } from '@typescript-eslint/utils';
import { sourceTypeOf } from './hosts.js';
import { applied, type TextEdit } from './edits.js';

/** A name is used in more than one way where it stands for its property, too: `{ token }`, `import { sign }`. */
type Written = (name: string) => string;

/**
 * The text with every name that a file gives itself replaced by a meaningless one: variables, parameters, functions,
 * classes, types and imports. What other files see keeps its name: exported declarations, and every member of an object,
 * class or module. Line numbers stay.
 */
export function renamed(file: string, text: string): string {
  const jsx = !/\.[mc]?ts$/.test(file);
  const { ast, scopeManager } = typescriptEslint.parseForESLint(text, {
    range: true, filePath: file, sourceType: sourceTypeOf(file), ecmaFeatures: { jsx, globalReturn: sourceTypeOf(file) === 'commonjs' },
  });
  const { writtenAt, kept } = reading(ast);
  const edits = new Map<number, TextEdit>();
  /** By the place of its declaration: a class has a variable in its own scope, too. */
  const names = new Map<TSESTree.Node | undefined, string>();
  for (const scope of scopeManager.scopes) {
    for (const variable of scope.variables) {
      const declared = variable.identifiers[0];
      if (declared === undefined || variable.defs.some(({ node }) => kept.has(node)) || kept.has(declared)) continue;
      const name = names.get(declared) ?? meaningless(variable.name, names.size + 1);
      names.set(declared, name);
      const identifiers = [...variable.identifiers, ...variable.references.map(({ identifier }) => identifier)];
      for (const { range: [start], name: old } of identifiers as TSESTree.Identifier[]) {
        edits.set(start, { range: [start, start + old.length], text: writtenAt.get(start)?.(name) ?? name });
      }
    }
  }
  return applied(text, [...edits.values()]);
}

/** JSX takes a small first letter for an element of HTML. */
function meaningless(old: string, count: number): string {
  return `${/^[A-Z]/.test(old) ? 'V' : 'v'}${count}`;
}

interface Reading {
  /** Where a name is its own property or exported name: how the place is written with another one, by its offset. */
  readonly writtenAt: ReadonlyMap<number, Written>;
  /** Declarations with `export` before them, and parameters that are members, too. */
  readonly kept: ReadonlySet<TSESTree.Node>;
}

function reading(ast: TSESTree.Program): Reading {
  const writtenAt = new Map<number, Written>();
  const kept = new Set<TSESTree.Node>();
  const visit = (node: TSESTree.Node): void => {
    if (node.type === Type.Property && node.shorthand && node.key.type === Type.Identifier) {
      const old = node.key.name;
      writtenAt.set(node.value.range[0], (name) => `${old}: ${name}`);
    }
    if (node.type === Type.ImportSpecifier && node.imported.range[0] === node.local.range[0]) {
      writtenAt.set(node.local.range[0], (name) => `${node.local.name} as ${name}`);
    }
    if (node.type === Type.ExportSpecifier && node.local.type === Type.Identifier && node.exported.range[0] === node.local.range[0]) {
      const old = node.local.name;
      writtenAt.set(node.local.range[0], (name) => `${name} as ${old}`);
    }
    if (node.type === Type.ExportNamedDeclaration && node.declaration != null) {
      kept.add(node.declaration);
      if (node.declaration.type === Type.VariableDeclaration) node.declaration.declarations.forEach((declarator) => kept.add(declarator));
    }
    if (node.type === Type.TSParameterProperty) {
      kept.add(node.parameter.type === Type.AssignmentPattern ? node.parameter.left : node.parameter);
    }
    for (const [key, child] of Object.entries(node)) {
      for (const item of key === 'parent' ? [] : [child].flat()) if (isNode(item)) visit(item);
    }
  };
  visit(ast);
  return { writtenAt, kept };
}

function isNode(value: unknown): value is TSESTree.Node {
  return typeof value === 'object' && value !== null && 'type' in value && 'range' in value;
}
