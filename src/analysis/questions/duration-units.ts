import { isBareNumber, looksLikeMilliseconds, looksLikeMonths, mistakenInstant, parseMs } from '../../domain/durations.js';
import type { ModuleIR, Range } from '../../ir/types.js';
import { forEachChild, type IrNode } from '../../ir/walk.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import type { Place } from '../finding.js';
import type { Value, Written } from '../evaluate/values.js';

/** A duration or time in another unit than its reader's. Numbers of seconds are of the two readings. */
export type UnitSlip =
  /** A bare number as text, read as milliseconds; `plainText` where that is a whole number of minutes and may be meant. */
  | { readonly kind: 'text' | 'plainText'; readonly text: string; readonly read: number; readonly meant: number }
  /** Milliseconds where seconds are read; `written`: a factor of 1000 says so. */
  | { readonly kind: 'milliseconds'; readonly number: number; readonly read: number; readonly meant: number; readonly written: boolean }
  /** Seconds where milliseconds are read. */
  | { readonly kind: 'seconds'; readonly number: number; readonly read: number; readonly meant: number }
  /** `M` for months. */
  | { readonly kind: 'month'; readonly text: string; readonly read: number }
  /** A span where seconds since 1970 are read. */
  | { readonly kind: 'span'; readonly number: number }
  /** Milliseconds since 1970 where seconds are read. */
  | { readonly kind: 'clock' }
  /** Seconds since 1970, or a span, where milliseconds since 1970 are read. */
  | { readonly kind: 'clockSeconds' }
  /** A text where a number is added. */
  | { readonly kind: 'joined'; readonly text: string };

/** What the field says: how long, or how much leeway there is in comparing times, and whether it is added unseen. */
export type SpanUse = 'lifetime' | 'tolerance' | 'added';

type One = Exclude<Value, { kind: 'union' }>;

/** Fewer milliseconds than this are no lifetime. */
const FEWEST_MILLISECONDS = 10_000;

/** Whether a field's duration, of a value that `secondsOf` converted, was written in another unit than it is read in. */
export function unitSlip(value: One, ev: Evaluator, use: SpanUse = 'lifetime'): UnitSlip | undefined {
  const written = value.kind === 'known' || value.kind === 'unknown' ? value.written : undefined;
  if (written === undefined) return undefined;
  const { value: original, duration } = written;
  if (original.kind === 'time') return original.date ? undefined : ofTime(original.unit, original.offset, duration);
  if (original.kind !== 'known') return undefined;
  if (use === 'added' && typeof original.value === 'string') return original.value === '' ? undefined : { kind: 'joined', text: original.value };
  if (typeof original.value === 'string') return ofText(original.value, duration, value);
  return typeof original.value === 'number' ? ofNumber(original.value, written, ev, use) : undefined;
}

/** Whether a duration that `secondsOf` converted was given as a span, rather than a point in time. */
export function isSpan(value: One): boolean {
  return (value.kind === 'known' || value.kind === 'unknown') && value.written !== undefined && value.written.duration !== 'epoch';
}

/** Whether a value is a point in time in milliseconds since 1970. */
export function isMillisecondsSince1970(value: One): boolean {
  return value.kind === 'time' ? value.unit === 'ms' && !value.date : value.kind === 'known' && mistakenInstant(Number(value.value)) === 'milliseconds';
}

function ofTime(unit: 'ms' | 's', offset: number, duration: Written['duration']): UnitSlip | undefined {
  const isEpoch = duration === 'epoch' || duration === 'jose';
  if (isEpoch && unit === 's') return looksLikeMilliseconds(offset) ? milliseconds(offset, false) : undefined;
  if (isEpoch) return { kind: 'clock' };
  return duration === 'date' && unit === 's' ? { kind: 'clockSeconds' } : undefined;
}

function ofText(text: string, duration: Written['duration'], value: One): UnitSlip | undefined {
  const read = value.kind === 'known' ? Number(value.value) : undefined;
  if (read === undefined || !['jsonwebtoken', 'fast-jwt', 'jose', 'jose-span'].includes(duration)) return undefined;
  if (looksLikeMonths(text)) return { kind: 'month', text, read };
  const number = parseMs(text);
  if (!isBareNumber(text) || number === undefined || number <= 0) return undefined;
  return { kind: number % 60_000 === 0 ? 'plainText' : 'text', text, read, meant: number };
}

function ofNumber(number: number, { value: { at }, duration }: Written, ev: Evaluator, use: SpanUse): UnitSlip | undefined {
  switch (duration) {
    case 'seconds':
    case 'jsonwebtoken':
    case 'jose-span': {
      if (use !== 'lifetime') return number >= 1000 && number % 1000 === 0 ? milliseconds(number, false) : undefined;
      const factors = factorsAt(at, ev);
      if (factors.length >= 2 && factors.includes(1000)) return milliseconds(number, true);
      return countsSeconds(number, factors) || !looksLikeMilliseconds(number) ? undefined : milliseconds(number, false);
    }
    case 'fast-jwt':
      return use === 'lifetime' && number > 0 && number < FEWEST_MILLISECONDS
        ? { kind: 'seconds', number, read: number / 1000, meant: number }
        : undefined;
    case 'jose':
    case 'epoch': {
      const mistaken = mistakenInstant(number);
      return mistaken === 'span' ? { kind: 'span', number } : mistaken === undefined ? undefined : { kind: 'clock' };
    }
    case 'date':
      return number > 0 && mistakenInstant(number) !== 'milliseconds' ? { kind: 'clockSeconds' } : undefined;
    case 'milliseconds':
    case 'days':
      return undefined;
  }
}

function milliseconds(number: number, written: boolean): UnitSlip {
  return { kind: 'milliseconds', number, read: number, meant: number / 1000, written };
}

/** 60 * 60 * 50, and `hours * 60 * 60` unless the rest are thousands (`60 * 60 * SECOND`): whoever writes it counts seconds. */
function countsSeconds(number: number, factors: readonly number[]): boolean {
  const product = factors.reduce((all, factor) => all * factor, 1);
  if (product === number) return factors.length >= 2;
  return product % 3600 === 0 && (number / product) % 1000 !== 0;
}

/** The numbers that are written as factors of a product that stands at a place. */
export function factorsAt({ file, range }: Place, ev: Evaluator): readonly number[] {
  const module = ev.project.module(file);
  const node = module === undefined ? undefined : descend(module.ir, range);
  return node === undefined ? [] : factorsOf(node);
}

function factorsOf(node: IrNode): readonly number[] {
  if (node.kind === 'number') return [Number(node.text.replaceAll('_', ''))];
  return node.kind === 'binary' && node.operator === '*' ? [...factorsOf(node.left), ...factorsOf(node.right)] : [];
}

function descend(root: IrNode | ModuleIR, range: Range): IrNode | undefined {
  let found: IrNode | undefined;
  forEachChild(root, (child) => {
    if (found !== undefined || !('range' in child)) return;
    const [start, end] = child.range;
    if (start === range[0] && end === range[1]) found = child;
    else if (start <= range[0] && range[1] <= end) found = descend(child, range);
  });
  return found;
}
