import type { Place } from './finding.js';
import type { Frame } from './frame.js';
import { unknown, type Value } from './values.js';

/** Steps that one question may take; beyond it the value is unknown. What is remembered counts as if computed anew. */
const MAX_STEPS = 100_000;
/** Questions within questions. */
const MAX_NESTING = 200;

/** An answer, and what it took to find it. */
interface Answer {
  readonly value: Value;
  readonly steps: number;
  /** Levels of questions below it. */
  readonly nesting: number;
}

interface OpenQuestion {
  readonly frame: Frame | undefined;
  readonly level: number;
}

/** Nothing cut the answer short. */
const WHOLE = Infinity;
/** A bound cut the answer short. */
const BOUND = -1;

/**
 * Remembers answers, bounds the work and cuts circles. Remembering never changes an answer, whatever was asked before:
 * an answer that was cut short, by a bound or by a question that was still open, is given but not kept; and a
 * remembered one counts against the bounds as it did when it was found.
 */
export class Memo {
  private readonly outsideCalls = new Map<object, Answer>();
  private readonly inCalls = new WeakMap<Frame, Map<object, Answer>>();
  private readonly open = new Map<object, OpenQuestion[]>();
  private level = 0;
  private steps = 0;
  /** Of the answer in the making: the level of the outermost open question that it ran into. */
  private cutAt = WHOLE;
  private deepest = 0;

  /** The value of `key` (a node or a binding) in a call; `compute` may ask again, for others or for the same. */
  once(key: object, frame: Frame | undefined, at: Place, compute: () => Value): Value {
    if (this.level === 0) this.steps = 0;
    const remembered = this.answers(frame).get(key);
    if (remembered !== undefined && this.hasRoomFor(remembered)) {
      this.steps += remembered.steps;
      this.deepest = Math.max(this.deepest, this.level + remembered.nesting);
      return remembered.value;
    }
    if (this.level >= MAX_NESTING || this.steps >= MAX_STEPS) {
      this.cutAt = BOUND;
      return unknown(at, 'too much to follow');
    }
    const again = this.open.get(key)?.find((one) => one.frame === frame);
    if (again !== undefined) {
      this.cutAt = Math.min(this.cutAt, again.level);
      return unknown(at, 'refers to itself');
    }
    return this.answer(key, frame, compute);
  }

  private answer(key: object, frame: Frame | undefined, compute: () => Value): Value {
    const { level, steps, cutAt, deepest } = this;
    const opened = this.open.get(key) ?? [];
    this.open.set(key, [...opened, { frame, level }]);
    this.level++;
    this.steps++;
    this.cutAt = WHOLE;
    this.deepest = level;
    try {
      const value = compute();
      if (this.cutAt === WHOLE) {
        this.answers(frame).set(key, { value, steps: this.steps - steps, nesting: this.deepest - level });
      }
      return value;
    } finally {
      if (opened.length === 0) this.open.delete(key);
      else this.open.set(key, opened);
      this.level = level;
      // A circle that leads back to this question and no further out is whole for whoever asked it.
      this.cutAt = Math.min(cutAt, this.cutAt === level ? WHOLE : this.cutAt);
      this.deepest = Math.max(deepest, this.deepest);
    }
  }

  private hasRoomFor({ steps, nesting }: Answer): boolean {
    return this.steps + steps <= MAX_STEPS && this.level + nesting < MAX_NESTING;
  }

  private answers(frame: Frame | undefined): Map<object, Answer> {
    if (frame === undefined) return this.outsideCalls;
    let answers = this.inCalls.get(frame);
    if (answers === undefined) this.inCalls.set(frame, (answers = new Map<object, Answer>()));
    return answers;
  }
}
