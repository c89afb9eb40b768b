import { expect, it } from 'vitest';
import { valueOf, type Sources } from './ask.js';
import type { MemoryOptions } from './memory-host.js';

/** What a test says, the sources, and what `show` writes of their `use(…)` calls. */
export type Row = readonly [title: string, sources: Sources, expected: string];

/** One test for each row. */
export function table(rows: readonly Row[], options: MemoryOptions = {}): void {
  it.each(rows)('%s', (_, sources, expected) => {
    expect(valueOf(sources, options)).toBe(expected);
  });
}
