import type { Duration } from '../knowledge/model.js';

/** What an option is to be: a scalar, a list of names, or a whole number of seconds, whatever unit the option has. */
export type OptionValue = boolean | string | readonly string[] | { readonly seconds: number };

/** An option's value as source text; nothing for a length of time where the option takes a point in time. */
export function optionText(value: OptionValue, duration: Duration | undefined): string | undefined {
  if (typeof value === 'boolean') return String(value);
  if (typeof value === 'string') return quoted(value);
  return 'seconds' in value ? durationText(value.seconds, duration) : `[${value.map(quoted).join(', ')}]`;
}

function durationText(seconds: number, duration: Duration | undefined): string | undefined {
  switch (duration) {
    case 'seconds':
      return String(seconds);
    case 'milliseconds':
    case 'fast-jwt':
      return String(seconds * 1000);
    case 'jsonwebtoken':
    case 'jose':
    case 'jose-span':
      return quoted(span(seconds));
    default:
      return undefined;
  }
}

/** `15m`, as `ms` and jose read it, in the largest unit that leaves a whole number. */
function span(seconds: number): string {
  const units = [[86_400, 'd'], [3600, 'h'], [60, 'm']] as const;
  const [size, unit] = units.find(([length]) => seconds % length === 0) ?? [1, 's'];
  return `${seconds / size}${unit}`;
}

function quoted(text: string): string {
  return `'${text}'`;
}
