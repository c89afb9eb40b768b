import type { Value } from '../evaluate/values.js';
import type { Verdict } from '../judge.js';
import type { Operation } from '../operations/operations.js';

/** Whether somebody wrote `false` for it; what a library assumes is nobody's choice. */
export function isTurnedOff(value: Value): Verdict {
  return value.kind === 'known' && value.value === false && value.defaultOf === undefined;
}

/** What turns it on again, in the words of a message. */
export function remedyOf({ facts }: Operation): string {
  return facts.offByDefault ? 'Turn it on' : 'Remove the option';
}
