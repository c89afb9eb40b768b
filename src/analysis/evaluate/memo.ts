import type { Place } from '../finding.js';
import type { Frame } from './frame.js';
import { unknown, type Value } from './values.js';

/** Steps within calls, and within circles, that one question outside of them may take; beyond it nothing is known. */
const MAX_STEPS = 1000;
/** Questions within questions. */
const MAX_NESTING = 200;

/** An answer, and how many levels of questions were below it. */
interface Answer {
  readonly value: Value;
  readonly nesting: number;
}

interface OpenQuestion {
  readonly frame: Frame | undefined;
  readonly level: number;
}

/** A question with an account of its own: outside any call, or in a call that another such question entered. */
interface Account {
  steps: number;
}

/** Nothing cut the answer short. */
const WHOLE = Infinity;
/** The nesting did. */
const TOO_DEEP = -1;

/**
 * Remembers answers, bounds the work and cuts circles. Remembering never changes an answer, whatever was asked before:
 * what was cut short, because a question was still open or too deep, is given but not kept, and each question has a fresh
 * account, from which only those are paid that are not kept beyond it: the steps of the calls that it enters, and
 * what runs in circles.
 */
export class Memo {
  private readonly outsideCalls = new Map<object, Answer>();
  private readonly inCalls = new WeakMap<Frame, Map<object, Answer>>();
  private readonly accounts = new WeakMap<Frame, Account>();
  private readonly open = new Map<object, OpenQuestion[]>();
  private account: Account = { steps: 0 };
  private level = 0;
  /** Of the answer in the making: the level of the outermost open question that it ran into. */
  private cutAt = WHOLE;
  private deepest = 0;

  /** The value of `key` (a node or a binding) in a call; `compute` may ask again, for others or for the same. */
  once(key: object, frame: Frame | undefined, at: Place, compute: () => Value): Value {
    if (this.level === 0) this.account = { steps: 0 };
    if (this.account.steps >= MAX_STEPS) return unknown(at, 'too much to follow');
    const remembered = this.answers(frame).get(key);
    if (remembered !== undefined && this.level + remembered.nesting < MAX_NESTING) {
      this.deepest = Math.max(this.deepest, this.level + remembered.nesting);
      return remembered.value;
    }
    if (this.level >= MAX_NESTING) {
      this.cutAt = TOO_DEEP;
      return unknown(at, 'too deep to follow');
    }
    const again = this.open.get(key)?.find((one) => one.frame === frame);
    if (again !== undefined) {
      this.cutAt = Math.min(this.cutAt, again.level);
      return unknown(at, 'refers to itself');
    }
    return this.answer(key, frame, compute);
  }

  /** Takes note of a call that the question in hand enters. */
  enter(frame: Frame): void {
    this.accounts.set(frame, this.account);
  }

  private answer(key: object, frame: Frame | undefined, compute: () => Value): Value {
    const { level, cutAt, deepest, account } = this;
    const isOwn = frame !== undefined && this.accounts.get(frame) === account;
    if (isOwn) account.steps++;
    else this.account = { steps: 0 };
    const opened = this.open.get(key) ?? [];
    this.open.set(key, [...opened, { frame, level }]);
    this.level++;
    this.cutAt = WHOLE;
    this.deepest = level;
    try {
      const value = compute();
      const isSpent = isOwn && account.steps >= MAX_STEPS;
      if (this.cutAt !== WHOLE) account.steps += isOwn ? 0 : this.account.steps + 1;
      else if (!isSpent) this.answers(frame).set(key, { value, nesting: this.deepest - level });
      return value;
    } finally {
      if (opened.length === 0) this.open.delete(key);
      else this.open.set(key, opened);
      this.account = account;
      this.level = level;
      // A circle that leads back to this question and no further out is whole for whoever asked it.
      this.cutAt = Math.min(cutAt, this.cutAt === level ? WHOLE : this.cutAt);
      this.deepest = Math.max(deepest, this.deepest);
    }
  }

  private answers(frame: Frame | undefined): Map<object, Answer> {
    if (frame === undefined) return this.outsideCalls;
    let answers = this.inCalls.get(frame);
    if (answers === undefined) {
      answers = new Map<object, Answer>();
      this.inCalls.set(frame, answers);
    }
    return answers;
  }
}
