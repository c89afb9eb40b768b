import { tokenNameStrength } from '../../domain/names.js';
import { isPasswordName } from '../../domain/credential-names.js';
import { BCRYPT_MIN_COST, isEnoughArgon2, pbkdf2MinIterations, scryptMinCost } from '../../domain/password-hashing.js';
import type { Confidence, Place } from '../finding.js';
import type { Known, Value } from '../evaluate/values.js';
import { alternatives, known } from '../evaluate/values.js';
import { calleeRange } from '../evaluate/module.js';
import { judge } from '../judge.js';
import { namesOf } from '../naming.js';
import type { OperationOf } from '../operations/operations.js';
import { partsOf } from '../operations/params.js';
import type { RuleContext } from '../rule.js';

interface Found {
  readonly culprit: Exclude<Value, { kind: 'union' }>;
  readonly confidence: Confidence;
}

/** Why a password hash is too little work. */
export type HashFlaw = Found & (
  | { readonly kind: 'cost'; readonly what: string; readonly found: number; readonly min: number }
  | { readonly kind: 'memory'; readonly memory: number; readonly passes: number; readonly field: 'memory' | 'passes' }
  | { readonly kind: 'variant'; readonly variant: string });

/** What is wrong with how a password is hashed; nothing where the parameters are not known, or it hashes something else. */
export function flawsOfHash(hash: OperationOf<'password.hash'>): HashFlaw | undefined {
  const algorithm = algorithmOf(hash.algorithm);
  switch (algorithm) {
    case 'bcrypt':
      return isToken(hash.password) ? undefined : costFlaw(hash.cost, 'The bcrypt cost', BCRYPT_MIN_COST);
    case 'argon2i':
    case 'argon2d':
      return { kind: 'variant', variant: algorithm, culprit: single(hash.algorithm), confidence: 'certain' };
    case 'argon2id':
      return memoryFlaw(hash);
    case 'scrypt':
      return isOfPassword(hash.password) ? costFlaw(hash.cost, "scrypt's N", scryptMinCost(numberIn(hash.parallelism) ?? 1)) : undefined;
    case 'pbkdf2':
      return isOfPassword(hash.password) ? costFlaw(hash.cost, "PBKDF2's number of iterations", pbkdf2MinIterations(digestOf(hash.digest)) ?? Number.NaN) : undefined;
    default:
      return undefined;
  }
}

function single(value: Value): Exclude<Value, { kind: 'union' }> {
  return value.kind === 'union' ? (value.members[0]?.value ?? known(value.at, null)) : value;
}

/** `'argon2i'`, or the library's constant of that name. */
function algorithmOf(value: Value): string | undefined {
  if (value.kind === 'external') return value.path.split('.').at(-1)?.toLowerCase();
  return value.kind === 'known' ? String(value.value) : undefined;
}

/** `'sha512'`, `{ name: 'SHA-512' }` or crypto-js's `algo.SHA512`. */
function digestOf(value: Value): string {
  if (value.kind === 'object') return digestOf(value.members.get('name') ?? known(value.at, ''));
  return value.kind === 'external' ? (value.path.split('.').at(-1) ?? '') : value.kind === 'known' ? String(value.value) : '';
}

function numberIn(value: Value): number | undefined {
  return value.kind === 'known' && typeof value.value === 'number' ? value.value : undefined;
}

/** Of a variable that may not be set, what it falls back to. */
function withFallback(value: Value): Value {
  return value.kind === 'env' && value.fallback !== undefined ? withFallback(value.fallback) : value;
}

function costFlaw(cost: Value, what: string, min: number): HashFlaw | undefined {
  const bad = judge(cost, (value) => {
    const number = costIn(withFallback(value));
    return number === undefined ? undefined : number.cost < min;
  }, { productionOnly: true });
  const found = bad === undefined ? undefined : costIn(withFallback(bad.culprit));
  if (bad === undefined || found === undefined) return undefined;
  const confidence = bad.culprit.kind === 'env' ? 'likely' : bad.confidence;
  return { kind: 'cost', what, found: found.cost, min, culprit: found.at, confidence };
}

/** A number, or the one inside a bcrypt salt: what `genSalt` was given, or `$2b$08$…`. */
function costIn(value: Value): { readonly cost: number; readonly at: Exclude<Value, { kind: 'union' }> } | undefined {
  if (value.kind === 'known' && typeof value.value === 'number') return { cost: value.value, at: value };
  const [, text] = value.kind === 'known' ? (/^\$2[abxy]?\$(\d\d)\$/.exec(String(value.value)) ?? []) : [];
  if (text !== undefined && value.kind === 'known') return { cost: Number(text), at: value };
  const rounds = value.kind === 'external' && /\bgenSalt(?:Sync)?\(\)$/.test(value.path) ? value.call?.args[0] : undefined;
  return rounds === undefined ? undefined : costIn(withFallback(single(rounds)));
}

function memoryFlaw({ memory, passes }: OperationOf<'password.hash'>): HashFlaw | undefined {
  const [kib, times] = [numberIn(memory), numberIn(passes)];
  if (kib === undefined || times === undefined || isEnoughArgon2(kib, times)) return undefined;
  const culprit = [memory, passes].find((one): one is Known => one.kind === 'known' && one.defaultOf === undefined);
  return culprit && { kind: 'memory', memory: kib, passes: times, field: culprit === memory ? 'memory' : 'passes', culprit, confidence: 'certain' };
}

/** A salt that stands in the code, of a function that is given the caller's. */
export function staticSalt(hash: OperationOf<'password.hash'>): Value | undefined {
  if (!isOfPassword(hash.password)) return undefined;
  const salts = alternatives(hash.algorithm.kind === 'known' && hash.algorithm.value === 'bcrypt' && hash.salt.kind === 'unknown' ? hash.cost : hash.salt);
  return salts.map(({ value }) => value).find((value) => value.kind === 'known' && typeof value.value === 'string' && value.value !== '');
}

/** Costs of salts that are made by themselves: `genSalt(8, (err, salt) => hash(password, salt, …))`. */
export function saltCosts({ modules, evaluator }: RuleContext): { readonly flaw: HashFlaw; readonly at: Place }[] {
  return modules.flatMap((module) => module.sites.calls.flatMap((node) => {
    const value = isSaltCall(node.callee) ? evaluator.evaluate(node, { module, frame: undefined }) : undefined;
    if (value?.kind !== 'external' || !/^(?:@node-rs\/)?bcrypt(?:js)?$/.test(value.package)) return [];
    const flaw = costFlaw(value, 'The bcrypt cost', BCRYPT_MIN_COST);
    return flaw === undefined ? [] : [{ flaw, at: module.place(calleeRange(node)) }];
  }));
}

function isSaltCall(callee: { readonly kind: string }): boolean {
  const name = 'property' in callee ? callee.property : 'name' in callee ? callee.name : undefined;
  return name === 'genSalt' || name === 'genSaltSync';
}

/** Whether a value is, or holds, what the code calls a password; one of the environment is a key's. */
export function isOfPassword(value: Value): boolean {
  return passwordName(value) !== undefined;
}

/** What the code calls the password in a value. */
export function passwordName(value: Value): string | undefined {
  const parts = [...partsOf(value)].filter(({ kind }) => kind !== 'env' && kind !== 'known');
  return parts.flatMap(namesOf).find(isPasswordName);
}

/** A token is random enough for any hash. */
function isToken(value: Value): boolean {
  return alternatives(value).some(({ value: one }) => namesOf(one).some((name) => tokenNameStrength(name) !== undefined));
}
