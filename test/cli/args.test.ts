import { describe, expect, it } from 'vitest';
import { helpText, readArgs } from '../../src/cli/args.js';
import { UsageError } from '../../src/cli/usage-error.js';

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
      command: 'scan', paths: ['.'], format: 'pretty', preset: 'recommended', failOn: 'warning',
      ignore: true, progress: true,
    });
  });

  it('reads every option, in both spellings of values, and paths anywhere', () => {
    const line = 'scan a --format=json --preset all --fail-on never --no-ignore b --no-progress -- --c';
    expect(readArgs(line.split(' '))).toEqual({
      command: 'scan', paths: ['a', 'b', '--c'], format: 'json', preset: 'all', failOn: 'never',
      ignore: false, progress: false,
    });
    expect(readArgs(['scan', '-f', 'json'])).toMatchObject({ format: 'json', paths: ['.'] });
  });

  it.each([
    [['--help'], 'help'],
    [['scan', '-h'], 'help'],
    [['--version'], 'version'],
    [['-v'], 'version'],
    [['--list-rules'], 'list-rules'],
    [['scan', '--list-rules'], 'list-rules'],
  ])('%j is %s', (args, command) => {
    expect(readArgs(args)).toEqual({ command });
  });

  it.each([
    [['scan', '--fromat', 'json'], 'unknown option --fromat (argument 2) | Did you mean --format?'],
    [['scan', '--xyzzy'], 'unknown option --xyzzy (argument 2) | Run `authlint --help`'],
    [['scan', '-x'], 'unknown option -x'],
    [['scan', '--format', 'jsn'], "value 'jsn' (argument 2) | Did you mean 'json'? Use one of: pretty, json."],
    [['scan', '--format'], '--format needs a value (argument 2) | Use one of: pretty, json.'],
    [['scan', '--format', '--no-ignore'], '--format needs a value'],
    [['scan', '--fail-on='], "--fail-on does not know the value ''"],
    [['scan', '--no-ignore=yes'], "--no-ignore takes no value, but got 'yes'"],
    [[], 'no command given | Run `authlint scan`'],
    [['scna'], "unknown command 'scna' (the commands: scan) | Did you mean `authlint scan`?"],
    [['src'], "unknown command 'src'"],
  ])('explains what is wrong with %j', (args, message) => {
    expect(problem(...args)).toContain(message);
  });
});

describe('helpText', () => {
  it('names every option with its values and default', () => {
    const help = helpText();
    for (const option of [
      '--format pretty|json', '--preset recommended|strict|all', '--fail-on error|warning|info|never',
    ]) {
      expect(help).toContain(option);
    }
    for (const option of ['--no-ignore', '--no-progress', '--list-rules', '-h, --help', '-v, --version']) {
      expect(help).toContain(option);
    }
    expect(help).toContain('(default: warning)');
  });
});
