#!/usr/bin/env node
import { runCli } from './run.js';

// A reader that stops early (`authlint scan | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') return;
  process.stderr.write(`authlint: the report cannot be written (${error.code ?? error.message}).\n`);
  process.exit(2);
});
// The exit code is set, not forced: a long report must reach its reader first.
process.exitCode = await runCli(process.argv.slice(2), process);
