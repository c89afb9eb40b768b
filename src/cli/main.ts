#!/usr/bin/env node
import { runCli } from './run.js';

// A reader that stops early (`authlint scan | head`) is no error.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
});
// The exit code is set, not forced: a long report must reach its reader first.
process.exitCode = await runCli(process.argv.slice(2), process);
