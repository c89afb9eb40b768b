import type { Analysis } from './analyse.js';
import { setOption } from './edits.js';
import type { Value } from './evaluate/values.js';
import type { Repair } from './finding.js';
import type { OperationBase } from './operations/operations.js';
import type { UnitSlip } from './questions/duration-units.js';
import { wrap } from './written-edits.js';

const MINUTES_PER_MONTH = 30 * 24 * 60;

/** Writes a duration or a time in the unit that its reader takes it for, as `setOption` does; a point in time is converted. */
export function inReadersUnit(context: Analysis, operation: OperationBase, field: string, culprit: Value, slip: UnitSlip): Repair | undefined {
  if (slip.kind === 'clock') return inSeconds(context, operation, culprit);
  if (slip.kind === 'clockSeconds') return undefined;
  const seconds = meantSeconds(slip);
  return Number.isSafeInteger(seconds) && seconds > 0 ? setOption(context, operation, field, culprit, { seconds }) : undefined;
}

/** Makes seconds of milliseconds since 1970, where an expression of them stands. */
export function inSeconds(context: Analysis, operation: OperationBase, { at }: Value): Repair | undefined {
  return wrap(context, operation, at, 'Math.floor((', ') / 1000)');
}

function meantSeconds(slip: Exclude<UnitSlip, { kind: 'clock' | 'clockSeconds' }>): number {
  switch (slip.kind) {
    case 'month':
      return slip.read * MINUTES_PER_MONTH;
    case 'joined':
      return Number(slip.text);
    case 'span':
      return slip.number;
    case 'text':
    case 'plainText':
    case 'milliseconds':
    case 'seconds':
      // A text of whole minutes in milliseconds may be meant: it stays as long as it is read.
      return slip.kind === 'plainText' ? slip.read : slip.meant;
  }
}
