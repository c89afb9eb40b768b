import { runCli } from '../../src/cli/run.js';

/** Runs the command line in this process: its exit code, and what it writes. */
export async function run(...args: string[]): Promise<{ code: number; stdout: string; stderr: string }> {
  const written = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr') => ({ write: (text: string) => (written[name] += text) });
  const code = await runCli(args, { stdout: stream('stdout'), stderr: stream('stderr') });
  return { code, ...written };
}
