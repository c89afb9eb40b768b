import type { Value } from '../evaluate/values.js';
import type { Verdict } from '../judge.js';

/** Whether somebody wrote `false` for it; what a library assumes is nobody's choice. */
export function isTurnedOff(value: Value): Verdict {
  return value.kind === 'known' && value.value === false && value.defaultOf === undefined;
}
