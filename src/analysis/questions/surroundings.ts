import { stems } from '../../domain/words.js';
import type { FunctionExpression } from '../../ir/types.js';
import type { IrNode } from '../../ir/walk.js';
import type { CallSites } from '../operations/callsites.js';
import type { Module } from '../evaluate/module.js';
import { functionName, MAX_WRAPPING } from '../naming.js';
import type { OperationBase } from '../operations/operations.js';

interface Surrounded {
  readonly node: IrNode;
  readonly module: Module;
}

/**
 * Whether an operation serves nothing but purposes with one of these words in their name: a function or route around it
 * has one, or one around each call of its function has.
 */
export function servesOnly({ node, module, callers }: OperationBase, words: readonly string[], callSites: CallSites): boolean {
  if ([{ node, module }, ...callers].some((place) => isNamedAround(place, words))) return true;
  const [fn] = module.functionsAround(node);
  const sites = fn === undefined ? [] : callSites.of(fn, module);
  return sites.length > 0 && sites.every((site) => isNamedAround(site, words));
}

function isNamedAround({ node, module }: Surrounded, words: readonly string[]): boolean {
  return [...functionsNamed(node, module), ...routesAround(node, module)].some((name) => {
    const list = stems(name);
    // `signOut` and `logOut` are two words.
    return list.some((word, index) => words.includes(word) || words.includes(`${list[index - 1] ?? ''}${word}`));
  });
}

/** Names of the functions around a node, innermost first. */
export function functionsNamed(node: IrNode, module: Module): string[] {
  return module.functionsAround(node).map((fn) => functionName(fn, module)).filter((name) => name !== undefined);
}

/** Paths of the routes that the functions around a node handle: `router.post('/login', async (req, res) => …)`. */
export function routesAround(node: IrNode, module: Module): string[] {
  return module.functionsAround(node).map((fn) => routeOf(fn, module)).filter((path) => path !== undefined);
}

function routeOf(fn: FunctionExpression, module: Module): string | undefined {
  let call = module.parentOf(fn);
  for (let level = 0; level < MAX_WRAPPING && (call?.kind === 'call' || call?.kind === 'array'); level++) {
    const path = call.kind === 'call' ? call.args[0] : undefined;
    if (path?.kind === 'string' && path.value.startsWith('/')) return path.value;
    call = module.parentOf(call);
  }
  return undefined;
}

/** The file's own name, without its directories and extension. */
export function fileName({ file }: Module): string {
  return file.slice(file.lastIndexOf('/') + 1).replace(/\.[cm]?[jt]sx?$/, '');
}

const TEST_DATA_WORDS = new Set(['seed', 'seeds', 'seeder', 'seeders', 'seeding', 'mock', 'mocks', 'fake', 'fakes', 'faker', 'factories', 'dummy']);
/** Of a path, the file and the folders next to it; those further up may be called anything. */
const PATH_PARTS = 3;

/** Whether a function, file or folder around a node makes data to try a program with. */
export function makesTestData(node: IrNode, module: Module): boolean {
  const names = [...module.file.split('/').slice(-PATH_PARTS), ...functionsNamed(node, module)];
  return names.some((name) => stems(name).some((word) => TEST_DATA_WORDS.has(word)));
}
