import { describe, expect, it } from 'vitest';
import { helpText, readArgs } from '../../src/cli/args.js';
import { formats } from '../../src/cli/output-option.js';
import { UsageError } from '../../src/cli/usage-error.js';
import { read } from '../support/files.js';

function problem(...args: string[]): string {
  try {
    readArgs(args);
  } catch (error) {
    if (error instanceof UsageError) return `${error.message} | ${error.hint}`;
    throw error;
  }
  throw new Error('accepted');
}

describe('readArgs', () => {
  it('has the documented defaults', () => {
    expect(readArgs(['scan'])).toEqual({
      command: 'scan', paths: ['.'], format: undefined, outputs: [], preset: 'recommended', failOn: 'warning',
      fix: 'none', dryRun: false, ignore: true, progress: true,
    });
  });

  it('reads every option, in both spellings of values, and paths anywhere', () => {
    const line = 'scan a --format=json --preset all -o sarif=x.sarif --fail-on never --output=json=y=z --no-ignore b --no-progress -- --c';
    expect(readArgs(line.split(' '))).toEqual({
      command: 'scan', paths: ['a', 'b', '--c'], format: 'json',
      outputs: [{ format: 'sarif', file: 'x.sarif' }, { format: 'json', file: 'y=z' }], preset: 'all', failOn: 'never',
      fix: 'none', dryRun: false, ignore: false, progress: false,
    });
    expect(readArgs(['scan', '-f', 'json'])).toMatchObject({ format: 'json', paths: ['.'] });
  });

  it.each([
    [['--fix'], 'fixes', false],
    [['--fix-suggestions'], 'suggestions', false],
    [['--fix-suggestions', '--fix'], 'suggestions', false],
    [['--fix', '--dry-run'], 'fixes', true],
    [['--dry-run', '--format=pretty', '--fix-suggestions'], 'suggestions', true],
  ])('%j edits: %s, dry run: %j', (args, fix, dryRun) => {
    expect(readArgs(['scan', ...args])).toMatchObject({ fix, dryRun });
  });

  it.each([
    [['--list-rules'], 'pretty'],
    [['scan', '--list-rules'], 'pretty'],
    [['scan', '--list-rules', '--format', 'json'], 'json'],
    [['-f', 'pretty', '--list-rules'], 'pretty'],
  ])('%j lists the rules as %s', (args, format) => {
    expect(readArgs(args)).toEqual({ command: 'list-rules', format });
  });

  it.each([
    [['--help'], 'help'],
    [['scan', '-h'], 'help'],
    [['--version'], 'version'],
    [['-v'], 'version'],
  ])('%j is %s', (args, command) => {
    expect(readArgs(args)).toEqual({ command });
  });

  it.each([
    [['scan', '--fromat', 'json'], 'unknown option --fromat (argument 2) | Did you mean --format?'],
    [['scan', '--xyzzy'], 'unknown option --xyzzy (argument 2) | Run `authlint --help`'],
    [['scan', '-x'], 'unknown option -x (argument 2) | Run `authlint --help`'],
    [['scan', '-p'], 'unknown option -p (argument 2) | Did you mean --preset?'],
    [['scan', '--format', 'jsn'], "value 'jsn' (argument 2) | Did you mean 'json'? Use one of: pretty, json, sarif, github."],
    [['scan', '--format'], '--format needs a value (argument 2) | Use one of: pretty, json, sarif, github.'],
    [['scan', '--format', '--no-ignore'], '--format needs a value'],
    [['scan', '--fail-on='], "--fail-on does not know the value ''"],
    [['scan', '--no-ignore=yes'], "--no-ignore takes no value, but got 'yes'"],
    [['scan', '--output', 'srif=x'], "--output does not know the format 'srif' (argument 2) | Did you mean 'sarif'? The formats: pretty,"],
    [['scan', '-o', 'report.sarif'], "--output needs a format and a file, but got 'report.sarif' (argument 2) | Write FORMAT=FILE, as in --output sarif="],
    [['scan', '-o', 'json'], 'as in --output json=authlint.json.'],
    [['scan', '-o', 'json='], "but got 'json=' (argument 2) | Write FORMAT=FILE, as in --output json=authlint.json."],
    [['scan', '-o', '=x'], "--output does not know the format ''"],
    [['scan', '-o'], '-o needs a value (argument 2) | Write -o FORMAT=FILE.'],
    [['scan', '-o', '--no-ignore'], '-o needs a value (argument 2)'],
    [
      ['scan', '-o', 'json=a/x', '-o', 'sarif=./a/../a/x'],
      '--output names the file ./a/../a/x twice (argument 4) | The json report goes there already; name another file.',
    ],
    [['scan', '--dry-run'], '--dry-run shows what --fix or --fix-suggestions would do, but got neither | Write `authlint scan --fix --dry-run`.'],
    [['scan', '--fix', '--dry-run', '-f', 'json'], '--dry-run shows a diff in place of a report, but got --format json | Leave --format or --dry-run out'],
    [['scan', '--fix', '--dry-run', '-o', 'json=a.json'], '--dry-run writes no file, but got --output json=a.json | Leave --output or --dry-run out.'],
    [['scan', '--fixes'], 'unknown option --fixes (argument 2) | Did you mean --fix?'],
    [['--list-rules', '-o', 'json=rules.json'], '--list-rules writes no file, but got --output json=rules.json | Leave --output out'],
    [['--list-rules', '--format', 'sarif'], "--list-rules has no format 'sarif' | Use one of: pretty, json."],
    [[], 'no command given | Run `authlint scan`'],
    [['scna'], "unknown command 'scna' (the commands: scan) | Did you mean `authlint scan`?"],
    [['src'], "unknown command 'src' (the commands: scan) | Did you mean `authlint scan src`?"],
    [['lint'], "unknown command 'lint' (the commands: scan) | Run `authlint --help` for what there is."],
    [['list-rules'], 'Did you mean `authlint --list-rules`?'],
    [['help'], 'Did you mean `authlint --help`?'],
    [['scan', 'src', ''], 'a path is empty (argument 3) | Is a variable of the command not set?'],
  ])('explains what is wrong with %j', (args, message) => {
    expect(problem(...args)).toContain(message);
  });
});

describe('helpText', () => {
  it('names every option with its values and default', () => {
    const help = helpText();
    for (const option of [
      '-f, --format pretty|json|sarif|github', '-o, --output FORMAT=FILE', '--preset recommended|strict|all', '--fail-on error|warning|info|never',
    ]) {
      expect(help).toContain(option);
    }
    for (const option of ['--fix', '--fix-suggestions', '--dry-run', '--no-ignore', '--no-progress', '--list-rules', '-h, --help', '-v, --version']) {
      expect(help).toContain(option);
    }
    expect(help).toContain('(default: warning)');
  });
});

describe('the README', () => {
  it('shows command lines that are understood, and every format', () => {
    const lines = [...read('README.md').matchAll(/\bnpx authlint ([^\n#`]+)/g)].map(([, line = '']) => line.trim().split(/\s+/));
    expect(lines.length).toBeGreaterThan(4);
    for (const args of lines) expect(() => readArgs(args)).not.toThrow();
    const rows = [...read('README.md').matchAll(/^\| `(\w+)` \|/gm)].map(([, format]) => format);
    expect(rows).toEqual([...formats]);
  });
});
