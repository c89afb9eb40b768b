import { tokenNameStrength } from '../../domain/names.js';
import { words } from '../../domain/words.js';
import type { Analysis } from '../analyse.js';
import { isSamePlace, type Place } from '../finding.js';
import type { IrNode } from '../../ir/walk.js';
import type { Module } from '../evaluate/module.js';
import type { OperationOf } from '../operations/operations.js';
import { holderName, namesOf, textsOf } from '../naming.js';
import { argumentOf, decidedAt } from './decided-at.js';
import { keptMembers, saidAt, type Kept } from './persisted.js';
import { withoutKey } from './stored.js';

/** Members of a state that a message names. */
const MAX_NAMED = 3;

/** Credentials in a state that is kept in a store. */
export interface PersistedCredentials {
  /** The members as the subject of a sentence, by their paths: "`token`, `user.token` are"; nothing where the whole state is one. */
  readonly members: string | undefined;
  readonly value: Kept['value'];
  /** Where it is decided that the first is kept. */
  readonly at: Place;
}

/** The credentials that a persisted state has; nothing where none is known, or where another file may decide. */
export function persistedCredentials(operation: OperationOf<'state.persist'>, analysis: Analysis): PersistedCredentials | undefined {
  const credentials = credentialsIn(operation, analysis);
  const [first] = credentials;
  if (first === undefined) return undefined;
  const isWhole = first.path.length === 0;
  const decided = decidedAt(analysis, operation, argumentOf(operation, isWhole ? 'key' : 'state'));
  if (decided === undefined) return undefined;
  const at = isSamePlace(decided, operation.at) ? saidAt(operation, first) : decided;
  return { members: isWhole ? undefined : subject(credentials), value: first.value, at };
}

function subject(credentials: readonly Kept[]): string {
  const names = credentials.slice(0, MAX_NAMED).map(({ path }) => `\`${path.join('.')}\``);
  return `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'}`;
}

/** The members that are credentials by their names, or by theirs and that of what they stand in. */
function credentialsIn(operation: OperationOf<'state.persist'>, { evaluator }: Analysis): Kept[] {
  const outer = operation.callers.at(-1) ?? operation;
  const holder = stateName(outer.node, outer.module);
  const names = [...textsOf(operation.key), ...namesOf(operation.key).map(withoutKey), ...(holder === undefined ? [] : [holder])];
  const found = keptMembers(operation, evaluator).filter(({ path, value }) => mayBeToken(value) && isCredential(path, names));
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
