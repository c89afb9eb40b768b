import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { presets } from '../policy/presets.js';
import { nearest, suggestion } from './nearest.js';
import { formats, listFormats, readOutput, type Format, type ListFormat, type Output } from './output-option.js';
import { UsageError } from './usage-error.js';
import { kindOf } from '../scanner/kind.js';

interface Option {
  readonly name: string;
  readonly short?: string;
  readonly description: string;
  /** Allowed values; an option without these and `placeholder` is a switch. The first is the default unless `default` says otherwise. */
  readonly values?: readonly string[];
  readonly default?: string;
  /** What the value is when it is none of a list; such an option may be given several times. */
  readonly placeholder?: string;
}

export const thresholds = ['error', 'warning', 'info', 'never'] as const;

/** Every option: parsing, checks and `--help` come from this table. */
const options: readonly Option[] = [
  { name: 'format', short: 'f', values: formats, default: 'pretty, on GitHub Actions github', description: 'how the report on standard output is written' },
  { name: 'output', short: 'o', placeholder: 'FORMAT=FILE', description: 'write a report to a file, too; may be repeated' },
  { name: 'preset', values: presets, description: 'which findings are reported' },
  { name: 'fail-on', values: thresholds, default: 'warning', description: 'least severity that makes the exit code 1' },
  { name: 'fix', description: 'edit the files: what can only be meant one way; the report shows what is left' },
  { name: 'fix-suggestions', description: 'the same, and the first suggestion of every other finding: look at what it did' },
  { name: 'dry-run', description: 'with either: write nothing and show a unified diff instead of the report' },
  { name: 'no-ignore', description: 'scan what .gitignore files and the built-in exclusions leave out, too' },
  { name: 'no-progress', description: 'show no progress bar' },
  { name: 'list-rules', description: 'list the rules, as --format says (pretty or json), and exit' },
  { name: 'help', short: 'h', description: 'show this help and exit' },
  { name: 'version', short: 'v', description: 'show the version and exit' },
];

const commands = ['scan'] as const;
/** Options that stand in the place of a command. */
const switches = ['help', 'version', 'list-rules'] as const;

export interface ScanInvocation {
  readonly command: 'scan';
  readonly paths: readonly string[];
  /** Of the report on standard output; `undefined` when none is named. */
  readonly format: Format | undefined;
  readonly outputs: readonly Output[];
  readonly preset: (typeof presets)[number];
  readonly failOn: (typeof thresholds)[number];
  /** Which edits are made. */
  readonly fix: 'none' | 'fixes' | 'suggestions';
  readonly dryRun: boolean;
  readonly ignore: boolean;
  readonly progress: boolean;
}

export type Invocation =
  | ScanInvocation
  | { readonly command: 'list-rules'; readonly format: ListFormat }
  | { readonly command: 'help' | 'version' };

/**
 * Reads the command line (without `node` and the script).
 *
 * @throws {UsageError} for an unknown option or command, a missing or wrong value
 */
export function readArgs(args: readonly string[]): Invocation {
  const { values, outputs, positionals } = tokenize(args);
  for (const command of switches) {
    if (values.has(command)) return command === 'list-rules' ? { command, format: listFormat(values, outputs) } : { command };
  }
  const [command, ...paths] = positionals;
  if (command === undefined) {
    throw new UsageError('no command given', 'Run `authlint scan` to scan the working directory.');
  }
  if (command !== 'scan') throw unknownCommand(command);
  const fix = values.has('fix-suggestions') ? 'suggestions' : values.has('fix') ? 'fixes' : 'none';
  const dryRun = values.has('dry-run');
  if (dryRun) checkDryRun(fix, values.get('format'), outputs);
  return {
    command,
    paths: paths.length > 0 ? paths : ['.'],
    format: values.has('format') ? choice('format', formats, values) : undefined,
    outputs,
    preset: choice('preset', presets, values),
    failOn: choice('fail-on', thresholds, values),
    fix,
    dryRun,
    ignore: !values.has('no-ignore'),
    progress: !values.has('no-progress'),
  };
}

/** The text of `--help`. */
export function helpText(): string {
  const rows = options.map((option) => {
    const short = option.short ? `-${option.short}, ` : '    ';
    const value = option.values?.join('|') ?? option.placeholder;
    const standard = option.values ? ` (default: ${defaultOf(option)})` : '';
    return [`  ${short}--${option.name}${value === undefined ? '' : ` ${value}`}`, option.description + standard] as const;
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
    'On standard output stands the report alone; everything else goes to standard error. With --dry-run the diff stands\nthere: `git apply` and `patch -p1` take it, unless it shows a secret, which is masked.',
    'Directories of an --output file are made. The file is written beside its place and then renamed.',
    'In the formats sarif and github, paths start at the root of the git repository.',
    '',
    'Exit codes: 0 nothing at or above --fail-on is left, 1 findings, 2 wrong usage, a file that cannot be written, or a crash.',
    'With --dry-run: 0 nothing to edit, 1 edits (0 with --fail-on never), 2 wrong usage or a crash.',
    '',
  ].join('\n');
}

/** The rules are no findings: formats that are made for these do not fit. */
function listFormat(values: ReadonlyMap<string, string>, [output]: readonly Output[]): ListFormat {
  if (output !== undefined) {
    throw new UsageError(`--list-rules writes no file, but got --output ${output.format}=${output.file}`, 'Leave --output out: the list stands on standard output.');
  }
  const named = values.get('format') ?? 'pretty';
  const format = listFormats.find((one) => one === named);
  if (format !== undefined) return format;
  throw new UsageError(`--list-rules has no format '${named}'`, `Use one of: ${listFormats.join(', ')}.`);
}

/** The diff takes the report's place, and nothing is written. */
function checkDryRun(fix: ScanInvocation['fix'], format: string | undefined, [output]: readonly Output[]): void {
  if (fix === 'none') {
    throw new UsageError(
      '--dry-run shows what --fix or --fix-suggestions would do, but got neither',
      'Write `authlint scan --fix --dry-run`. A scan without them writes no source file anyway.',
    );
  }
  if (format !== undefined && format !== 'pretty') {
    throw new UsageError(`--dry-run shows a diff in place of a report, but got --format ${format}`, 'Leave --format or --dry-run out: `--format json` names the edits of each finding.');
  }
  if (output !== undefined) {
    throw new UsageError(`--dry-run writes no file, but got --output ${output.format}=${output.file}`, 'Leave --output or --dry-run out.');
  }
}

interface Tokenized {
  readonly values: ReadonlyMap<string, string>;
  readonly outputs: readonly Output[];
  readonly positionals: readonly string[];
}

function tokenize(args: readonly string[]): Tokenized {
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      options.map(({ name, short, values, placeholder }) => {
        const type = values ?? placeholder ? ('string' as const) : ('boolean' as const);
        return [name, { type, ...(short !== undefined && { short }) }];
      }),
    ),
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const values = new Map<string, string>();
  const outputs: Output[] = [];
  const positionals: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') positionals.push(checkedPositional(token.value, token.index));
    if (token.kind !== 'option') continue;
    const value = checkedValue(token, token.index);
    if (token.name === 'output') outputs.push(readOutput(value, outputs, place(token.index)));
    else values.set(token.name, value);
  }
  return { values, outputs, positionals };
}

/** An empty path is mostly a variable that is not set: the working directory is not what it stood for. */
function checkedPositional(value: string, index: number): string {
  if (value !== '') return value;
  throw new UsageError(`a path is empty ${place(index)}`, 'Is a variable of the command not set? The working directory is `.`.');
}

/** Where on the command line something stands. */
function place(index: number): string {
  return `(argument ${index + 1})`;
}

function checkedValue(
  token: { name: string; rawName: string; value: string | undefined; inlineValue: boolean | undefined },
  index: number,
): string {
  const option = options.find(({ name }) => name === token.name);
  const where = place(index);
  if (!option) throw unknownOption(token.rawName, where);
  const { values, placeholder } = option;
  const { value } = token;
  if (!values && placeholder === undefined) {
    if (value === undefined) return 'true';
    throw new UsageError(`${token.rawName} takes no value, but got '${value}' ${where}`, `Write ${token.rawName} alone.`);
  }
  const hint = values ? `Use one of: ${values.join(', ')}.` : `Write ${token.rawName} ${placeholder ?? ''}.`;
  if (value === undefined || (!token.inlineValue && value.startsWith('-'))) {
    throw new UsageError(`${token.rawName} needs a value ${where}`, hint);
  }
  if (values && !values.includes(value)) {
    throw new UsageError(`${token.rawName} does not know the value '${value}' ${where}`, suggestion(value, values) + hint);
  }
  return value;
}

function unknownOption(rawName: string, where: string): UsageError {
  const names = options.map(({ name }) => name);
  const hint = suggestion(rawName.replace(/^-+/, ''), names, (name) => `--${name}`);
  return new UsageError(`unknown option ${rawName} ${where}`, `${hint}Run \`authlint --help\` for the options.`);
}

function unknownCommand(command: string): UsageError {
  const path = kindOf(resolve(command)) === undefined ? undefined : `scan ${command}`;
  const meant = switches.some((name) => name === command) ? `--${command}` : nearest(command, commands) ?? path;
  return new UsageError(
    `unknown command '${command}' (the commands: ${commands.join(', ')})`,
    meant === undefined ? 'Run `authlint --help` for what there is.' : `Did you mean \`authlint ${meant}\`?`,
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
