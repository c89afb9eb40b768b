import { resolve } from 'node:path';
import { discover } from '../src/scanner/discover.js';
import { importSpecifiers } from '../src/ir/specifiers.js';
import { readSource } from '../src/scanner/read.js';

/** One measurement in a process of its own: `node measure.js <work> DIR` prints a `Measured` as JSON. */

interface Files {
  readonly found: number;
  readonly candidates: number;
  readonly analysed: number;
}

export interface Measured {
  /** Seconds, from the start of the process. */
  readonly wall: number;
  readonly cpu: number;
  /** Peak resident set in megabytes. */
  readonly memory: number;
  /** What a scan counted. */
  readonly files: Files | undefined;
}

const works = {
  /** What every scan must do: find, read and gate all files, and note what they import. */
  async floor(cwd: string): Promise<undefined> {
    const { hasVocabulary } = await import('../src/knowledge/gate.js');
    for (const { text } of texts(cwd)) {
      hasVocabulary(text, importSpecifiers(text));
    }
  },

  async load(): Promise<undefined> {
    await import('ts-morph');
  },

  async parse(cwd: string): Promise<undefined> {
    const { ts } = await import('ts-morph');
    for (const { file, text } of texts(cwd)) ts.createSourceFile(file, text, ts.ScriptTarget.Latest, false);
  },

  async scan(cwd: string): Promise<Files> {
    const { scan } = await import('../src/scanner/scan.js');
    return (await scan({ cwd, preset: 'all' })).summary.files;
  },
};

export type Work = keyof typeof works;

function* texts(cwd: string): Generator<{ file: string; text: string }> {
  for (const file of discover({ paths: ['.'], cwd, ignore: true }).files) {
    const result = readSource(file);
    if ('text' in result) yield { file, text: result.text };
  }
}

async function measure(work: Work, cwd: string): Promise<Measured> {
  const files = await works[work](cwd);
  const { user, system } = process.cpuUsage();
  const memory = process.resourceUsage().maxRSS / 1024;
  return { wall: performance.now() / 1000, cpu: (user + system) / 1e6, memory, files };
}

const [work = '', directory = '.'] = process.argv.slice(2);
if (!(work in works)) throw new Error(`no such work: ${work}`);
console.log(JSON.stringify(await measure(work as Work, resolve(directory))));
