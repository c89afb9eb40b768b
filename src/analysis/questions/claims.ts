import type { ClassMember, FunctionExpression } from '../../ir/types.js';
import { instanceMember } from '../evaluate/classes.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import type { Confidence, Place } from '../finding.js';
import { alternatives, through, unknown, type InstanceValue, type ObjectValue, type Value } from '../evaluate/values.js';

/** One claim of a payload. */
export interface Claim {
  /** Its own name. */
  readonly name: string;
  /** With the names of the objects that it is nested in: `user.role`. */
  readonly path: string;
  readonly value: Value;
  /** The name where the payload writes it; of an object that is taken over whole, that object's use. */
  readonly at: Place;
  /** `likely` where it is in some of the payloads only. */
  readonly confidence: Confidence;
}

/** Objects within objects. */
const MAX_NESTING = 4;

/**
 * The claims that a payload is known to have, nested ones included: members of object literals (through spreads and
 * later assignments) and fields of class instances. A claim that is `undefined` for sure is not in the token.
 */
export function claimsOf(ev: Evaluator, payload: Value): Claim[] {
  return collect(ev, payload, [], 'certain');
}

function collect(ev: Evaluator, value: Value, parents: readonly string[], confidence: Confidence): Claim[] {
  if (parents.length > MAX_NESTING) return [];
  const members = alternatives(value);
  const sure = members.length > 1 ? 'likely' : confidence;
  return members.flatMap(({ value: one }) => {
    if (one.kind === 'object') return ofObject(ev, one, parents, sure);
    return one.kind === 'instance' ? ofInstance(ev, one, parents, sure) : [];
  });
}

function ofObject(ev: Evaluator, object: ObjectValue, parents: readonly string[], confidence: Confidence): Claim[] {
  const own = [...object.members].flatMap(([name, value]) =>
    withNested(ev, { name, path: [...parents, name].join('.'), value, at: object.keys?.get(name) ?? value.at, confidence }, parents));
  return [...own, ...(object.open ?? []).flatMap((source) => collect(ev, source, parents, confidence))];
}

function withNested(ev: Evaluator, claim: Claim, parents: readonly string[]): Claim[] {
  const given = alternatives(claim.value).filter(({ value }) => value.kind !== 'absent');
  if (given.length === 0) return [];
  const isSure = given.length === alternatives(claim.value).length;
  const confidence = isSure ? claim.confidence : 'likely';
  return [{ ...claim, confidence }, ...collect(ev, claim.value, [...parents, claim.name], confidence)];
}

/** Fields and the constructor's parameters that declare one: what a spread and `JSON.stringify` take over. */
function ofInstance(ev: Evaluator, instance: InstanceValue, parents: readonly string[], confidence: Confidence): Claim[] {
  const at = instance.via?.place ?? instance.at;
  return fieldNames(instance.class.class.members).map((name) => ({
    name,
    path: [...parents, name].join('.'),
    value: fieldValue(ev, instance, name, at),
    at,
    confidence,
  }));
}

/** What a field holds by the time the payload is made; what it starts with says nothing of that. */
function fieldValue(ev: Evaluator, instance: InstanceValue, name: string, at: Place): Value {
  const value = instanceMember(ev, instance, name, { node: at, key: at });
  if (!['absent', 'known', 'unknown'].includes(value.kind)) return value;
  return through(unknown(at, 'a field'), { place: at, note: `\`${name}\` is taken over here`, name, member: true });
}

function fieldNames(members: readonly ClassMember[]): string[] {
  return members.flatMap((member) => {
    if (member.kind === 'field' && !member.static && typeof member.key === 'string' && !member.key.startsWith('#')) return [member.key];
    return member.kind === 'constructor' && member.value?.kind === 'function' ? parameterFields(member.value) : [];
  });
}

function parameterFields({ params }: FunctionExpression): string[] {
  return params.flatMap(({ field, target }) => {
    const name = target.kind === 'default-pattern' ? target.target : target;
    return field && name.kind === 'identifier' ? [name.name] : [];
  });
}
