import { defineConfig } from 'vitest/config';
import type { Reporter } from 'vitest/node';

/** Closes the output with one plain line for whoever reads it by machine. */
const counts: Reporter = {
  onTestRunEnd(modules) {
    const states = modules.flatMap((module) => [...module.children.allTests()].map((test) => test.result().state));
    const count = (wanted: string): number => states.filter((state) => state === wanted).length;
    console.log(`${count('passed')} passed, ${count('failed')} failed, ${count('skipped')} skipped`);
  },
};

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    setupFiles: ['test/support/plain-output.ts'],
    reporters: ['default', counts],
    // Some tests start compilers and linters, on machines that do other work at the same time.
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
