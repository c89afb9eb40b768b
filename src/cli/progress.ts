import type { Progress } from '../scanner/pipeline.js';

/** A scan that is over sooner shows no bar, in milliseconds. */
const delay = 1000;
/** Time between two drawings, in milliseconds. */
const interval = 100;
const width = 24;

export interface ProgressBar {
  readonly update: (progress: Progress) => void;
  /** Takes the bar off the screen. */
  readonly clear: () => void;
}

const silent: ProgressBar = { update: () => undefined, clear: () => undefined };

export interface ProgressStream {
  readonly isTTY?: boolean;
  write(text: string): unknown;
}

/**
 * A progress bar on a terminal; elsewhere, and in CI, one that shows nothing.
 *
 * @param now clock, in milliseconds
 */
export function createProgressBar(
  stream: ProgressStream,
  enabled: boolean,
  env: NodeJS.ProcessEnv = process.env,
  now: () => number = () => performance.now(),
): ProgressBar {
  if (!enabled || !stream.isTTY || isTrue(env.CI) || env.TERM === 'dumb') return silent;
  const start = now();
  let drawn = -Infinity;
  return {
    update(progress) {
      const time = now();
      if (time - start < delay || time - drawn < interval) return;
      drawn = time;
      stream.write(`\r\u001B[K${render(progress)}`);
    },
    clear() {
      if (drawn > -Infinity) stream.write('\r\u001B[K');
    },
  };
}

function render({ phase, done, total }: Progress): string {
  const filled = total === 0 ? 0 : Math.min(width, Math.round((done / total) * width));
  return `${phase} [${'='.repeat(filled)}${' '.repeat(width - filled)}] ${done}/${total} files`;
}

function isTrue(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0' && value !== 'false';
}
