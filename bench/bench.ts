import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Measured, Work } from './measure.js';

/**
 * `npm run bench -- DIR`: what a scan of a directory costs, beside the floor (the same process only reads and gates
 * every file) and TypeScript parsing every file. Each measurement has a process of its own, so that memory is its own;
 * the first round only warms the file cache, and the medians of the others count.
 */

const ROUNDS = 3;
const MEASURE = fileURLToPath(new URL('measure.js', import.meta.url));

const WORKS: Readonly<Record<Work, string>> = {
  floor: 'read and gate all',
  load: 'load ts-morph',
  scan: 'scan',
  parse: 'TypeScript parses all',
};
const NAMES = Object.keys(WORKS) as Work[];

function measure(work: Work, directory: string): Measured {
  const { status, stdout, stderr } = spawnSync(process.execPath, [MEASURE, work, directory], { encoding: 'utf8' });
  if (status !== 0) throw new Error(`${work}: ${stderr}`);
  return JSON.parse(stdout) as Measured;
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

function main(directory: string): void {
  for (const work of NAMES) measure(work, directory);
  const rounds = Array.from({ length: ROUNDS }, () => NAMES.map((work) => measure(work, directory)));
  const medians = NAMES.map((_, index) => {
    const of = (key: 'wall' | 'cpu' | 'memory'): number => median(rounds.map((round) => round[index]?.[key] ?? NaN));
    return { wall: of('wall'), cpu: of('cpu'), memory: of('memory') };
  });
  const files = rounds[0]?.[NAMES.indexOf('scan')]?.files;
  const floor = medians[0];
  console.log(`${directory}: ${files?.found} files found, ${files?.candidates} candidates, ${files?.analysed} analysed`);
  console.log(`medians of ${ROUNDS} runs`);
  console.log(row(['', 'wall s', 'x floor', 'CPU s', 'x floor', 'peak MB', 'x floor']));
  for (const [index, { wall, cpu, memory }] of medians.entries()) {
    const times = (value: number, base: number | undefined): string => (value / (base ?? NaN)).toFixed(2);
    const name = WORKS[NAMES[index] ?? 'scan'];
    console.log(row([name, wall.toFixed(2), times(wall, floor?.wall), cpu.toFixed(2), times(cpu, floor?.cpu), memory.toFixed(0), times(memory, floor?.memory)]));
  }
}

function row([name = '', ...cells]: readonly string[]): string {
  return [name.padEnd(24), ...cells.map((cell) => cell.padStart(9))].join('');
}

const [directory] = process.argv.slice(2);
if (directory === undefined) {
  console.error('usage: npm run bench -- DIR');
  process.exitCode = 2;
} else {
  main(directory);
}
