import { parseArgs } from 'node:util';
import { presets } from '../policy/presets.js';
import { nearest } from './nearest.js';
import { UsageError } from './usage-error.js';

interface Option {
  readonly name: string;
  readonly short?: string;
  readonly description: string;
  /** Allowed values; an option without is a switch. The first is the default unless `default` says otherwise. */
  readonly values?: readonly string[];
  readonly default?: string;
}

export const formats = ['pretty', 'json'] as const;
export const thresholds = ['error', 'warning', 'info', 'never'] as const;

/** Every option: parsing, checks and `--help` come from this table. */
const options: readonly Option[] = [
  { name: 'format', short: 'f', values: formats, description: 'how the report is written' },
  { name: 'preset', values: presets, description: 'which findings are reported' },
  { name: 'fail-on', values: thresholds, default: 'warning', description: 'least severity that makes the exit code 1' },
  { name: 'no-ignore', description: 'scan what .gitignore files and the built-in exclusions leave out, too' },
  { name: 'no-progress', description: 'show no progress bar' },
  { name: 'list-rules', description: 'list the rules and exit' },
  { name: 'help', short: 'h', description: 'show this help and exit' },
  { name: 'version', short: 'v', description: 'show the version and exit' },
];

const commands = ['scan'] as const;

export interface ScanInvocation {
  readonly command: 'scan';
  readonly paths: readonly string[];
  readonly format: (typeof formats)[number];
  readonly preset: (typeof presets)[number];
  readonly failOn: (typeof thresholds)[number];
  readonly ignore: boolean;
  readonly progress: boolean;
}

export type Invocation = ScanInvocation | { readonly command: 'help' | 'version' | 'list-rules' };

/**
 * Reads the command line (without `node` and the script).
 *
 * @throws {UsageError} for an unknown option or command, a missing or wrong value
 */
export function readArgs(args: readonly string[]): Invocation {
  const { values, positionals } = tokenize(args);
  for (const command of ['help', 'version', 'list-rules'] as const) {
    if (values.has(command)) return { command };
  }
  const [command, ...paths] = positionals;
  if (command === undefined) {
    throw new UsageError('no command given', 'Run `authlint scan` to scan the working directory.');
  }
  if (command !== 'scan') throw unknownCommand(command);
  return {
    command,
    paths: paths.length > 0 ? paths : ['.'],
    format: choice('format', formats, values),
    preset: choice('preset', presets, values),
    failOn: choice('fail-on', thresholds, values),
    ignore: !values.has('no-ignore'),
    progress: !values.has('no-progress'),
  };
}

/** The text of `--help`. */
export function helpText(): string {
  const rows = options.map((option) => {
    const short = option.short ? `-${option.short}, ` : '    ';
    const value = option.values ? ` ${option.values.join('|')}` : '';
    const standard = option.values ? ` (default: ${defaultOf(option)})` : '';
    return [`  ${short}--${option.name}${value}`, option.description + standard] as const;
  });
  const width = Math.max(...rows.map(([left]) => left.length)) + 2;
  return [
    'Finds unsafe authentication code in JavaScript and TypeScript projects.',
    '',
    'Usage: authlint scan [paths...] [options]',
    '',
    'Paths are files and directories; by default the working directory is scanned.',
    '',
    'Options:',
    ...rows.map(([left, right]) => left.padEnd(width) + right),
    '',
    'Presets:',
    '  recommended  warnings and errors that are certain or likely',
    '  strict       adds what is of severity info',
    '  all          adds what needs a human review',
    '',
    'Exit codes: 0 nothing at or above --fail-on, 1 findings, 2 wrong usage or a crash.',
    '',
  ].join('\n');
}

function tokenize(args: readonly string[]): { values: Map<string, string>; positionals: string[] } {
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      options.map(({ name, short, values }) => [
        name,
        { type: values ? ('string' as const) : ('boolean' as const), ...(short !== undefined && { short }) },
      ]),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values = new Map<string, string>();
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(token.value);
    if (token.kind === 'option') values.set(token.name, checkedValue(token, token.index));
  }
  return { values, positionals };
}

function checkedValue(
  token: { name: string; rawName: string; value: string | undefined; inlineValue: boolean | undefined },
  index: number,
): string {
  const option = options.find(({ name }) => name === token.name);
  const where = `(argument ${index + 1})`;
  if (!option) throw unknownOption(token.rawName, where);
  const { values } = option;
  if (!values) {
    if (token.value === undefined) return 'true';
    const message = `${token.rawName} takes no value, but got '${token.value}' ${where}`;
    throw new UsageError(message, `Write ${token.rawName} alone.`);
  }
  const { value } = token;
  if (value === undefined || (!token.inlineValue && value.startsWith('-'))) {
    throw new UsageError(`${token.rawName} needs a value ${where}`, `Use one of: ${values.join(', ')}.`);
  }
  if (!values.includes(value)) {
    const meant = nearest(value, values);
    const hint = `Use one of: ${values.join(', ')}.`;
    throw new UsageError(
      `${token.rawName} does not know the value '${value}' ${where}`,
      meant === undefined ? hint : `Did you mean '${meant}'? ${hint}`,
    );
  }
  return value;
}

function unknownOption(rawName: string, where: string): UsageError {
  const meant = nearest(rawName.replace(/^-+/, ''), options.map(({ name }) => name));
  const help = 'Run `authlint --help` for the options.';
  const hint = meant === undefined ? help : `Did you mean --${meant}? ${help}`;
  return new UsageError(`unknown option ${rawName} ${where}`, hint);
}

function unknownCommand(command: string): UsageError {
  const meant = nearest(command, commands);
  const suggested = meant ?? `scan ${command}`;
  return new UsageError(
    `unknown command '${command}' (the commands: ${commands.join(', ')})`,
    `Did you mean \`authlint ${suggested}\`?`,
  );
}

function defaultOf({ values, default: standard }: Option): string {
  return standard ?? values?.[0] ?? '';
}

function choice<T extends string>(name: string, allowed: readonly T[], values: ReadonlyMap<string, string>): T {
  const option = options.find((candidate) => candidate.name === name);
  const value = values.get(name) ?? (option ? defaultOf(option) : '');
  const found = allowed.find((candidate) => candidate === value);
  if (found === undefined) throw new Error(`the option table has no default for --${name}`);
  return found;
}
