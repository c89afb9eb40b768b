import { tokenNameStrength } from '../../domain/names.js';
import { words } from '../../domain/words.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import type { IrNode } from '../../ir/walk.js';
import type { Module } from '../evaluate/module.js';
import type { OperationOf } from '../operations/operations.js';
import { holderName, namesOf, textsOf } from '../naming.js';
import { keptMembers, type Kept } from './persisted.js';
import { withoutKey } from './stored.js';

/** The members of a persisted state that are credentials by their names, or by theirs and that of what they stand in. */
export function persistedCredentials(operation: OperationOf<'state.persist'>, ev: Evaluator): Kept[] {
  const outer = operation.callers.at(-1) ?? operation;
  const holder = stateName(outer.node, outer.module);
  const names = [...textsOf(operation.key), ...namesOf(operation.key).map(withoutKey), ...(holder === undefined ? [] : [holder])];
  const found = keptMembers(operation, ev).filter(({ path, value }) => mayBeToken(value) && isCredential(path, names));
  return found.filter(({ path }, index) => found.findIndex((other) => other.path.join('.') === path.join('.')) === index);
}

/** A token is a text: what starts as a flag, a count or a function never is one. */
function mayBeToken(value: Kept['value']): boolean {
  if (value.kind === 'function' || value.kind === 'class' || value.kind === 'time') return false;
  return value.kind !== 'known' || value.value === null || typeof value.value === 'string';
}

/** `accessToken`, or the `token` of `auth`. */
function isCredential(path: readonly string[], names: readonly string[]): boolean {
  const own = path.at(-1);
  if (own === undefined) return names.some((name) => tokenNameStrength(name) === 'strong');
  if (tokenNameStrength(own) !== 'weak') return tokenNameStrength(own) === 'strong';
  const holders = path.length > 1 ? path.slice(-2, -1) : names;
  return holders.some((name) => tokenNameStrength(`${ofWhat(name)} ${own}`) === 'strong');
}

/** Words of names of states that say nothing of what is in them: `useAuthStore` is of `auth`. */
const OF_STATES = new Set(['use', 'store', 'storage', 'state', 'slice', 'reducer', 'persist', 'persisted', 'atom', 'data', 'info', 'details']);

function ofWhat(name: string): string {
  return words(name).filter((word) => !OF_STATES.has(word)).join(' ');
}

/** The variable that holds a state, whatever calls are around it: `useAuth = create()(persist(…))`, `[token, setToken] = useLocalStorage(…)`. */
function stateName(node: IrNode, module: Module): string | undefined {
  let current = node;
  for (let parent = module.parentOf(current); parent?.kind === 'call'; parent = module.parentOf(current)) current = parent;
  const parent = module.parentOf(current);
  if (parent?.kind !== 'variable') return holderName(current, module);
  const target = parent.declarations.find(({ init }) => init === current)?.target;
  const first = target?.kind === 'array-pattern' ? target.elements[0] : target;
  return first?.kind === 'identifier' ? first.name : undefined;
}
