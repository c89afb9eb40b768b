import { weakest, type Confidence } from '../domain/levels.js';
import { alternatives, type Value } from './evaluate/values.js';

/** What a value is held against: `true` is bad, `false` is fine, `undefined` cannot be told. */
export type Verdict = boolean | undefined;

export interface Judgement {
  /** The first alternative that is bad. */
  readonly culprit: Exclude<Value, { kind: 'union' }>;
  /** Certain when every alternative is bad, likely when some are. */
  readonly confidence: Confidence;
}

export interface JudgeOptions {
  /** What holds outside production only is fine (the `secure` flag of a cookie on a developer's machine). */
  readonly productionOnly?: boolean;
}

/**
 * Judges a value that may be one of several: nothing bad, nothing said. Where some alternative is bad, says which, and
 * how sure that is.
 */
export function judge(
  value: Value,
  isBad: (value: Exclude<Value, { kind: 'union' }>) => Verdict,
  options: JudgeOptions = {},
): Judgement | undefined {
  const members = alternatives(value).filter(({ when }) => !(options.productionOnly && when === 'development'));
  const bad = members.filter((member) => isBad(member.value) === true);
  const [first] = bad;
  if (first === undefined) return undefined;
  return { culprit: first.value, confidence: bad.length === members.length ? 'certain' : 'likely' };
}

export { weakest };
