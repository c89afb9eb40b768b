import { Linter } from 'eslint';
import authlint from '../src/eslint/plugin.js';

/**
 * `npm run bench:plugin`: what the plugin costs ESLint for a file of 10 kB without vocabulary of authentication, all
 * rules together. ESLint parses the file once; then it lints the parsed file with all rules of the preset `all`, and
 * for comparison with as many rules that do nothing. The rest is the plugin's own time. Medians count.
 */

const ROUNDS = 60;
const SIZE = 10_000;

const lines = Array.from({ length: 400 }, (_, index) => `export function area${index}(width, height) { return width * height + ${index}; }`);
const text = lines.join('\n').slice(0, SIZE).replace(/\n[^\n]*$/, '\n');

const { configs } = authlint;
const names = Object.keys(configs.all.rules ?? {});
const idle: Linter.Config = {
  plugins: { idle: { rules: Object.fromEntries(names.map((name) => [name.replace('/', '-'), { create: () => ({}) }])) } },
  rules: Object.fromEntries(names.map((name) => [`idle/${name.replace('/', '-')}`, 'error'])),
};

/** Milliseconds that each configuration takes for a text, a new one each round, which the plugin has not seen. */
function round(number: number, configurations: readonly Linter.Config[]): number[] {
  return configurations.map((configuration, index) => {
    const linter = new Linter();
    // The parsed text is kept by the linter; parsing is ESLint's work.
    linter.verify(`${text}// ${number} ${index}\n`, [{}]);
    const source = linter.getSourceCode();
    const start = performance.now();
    const messages = linter.verify(source, [configuration]);
    const time = performance.now() - start;
    if (messages.length > 0) throw new Error(`unexpected: ${messages[0]?.message}`);
    return time;
  });
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

const configurations = [configs.all, idle, configs.all, idle];
for (let number = 0; number < ROUNDS; number++) round(number, configurations);
const rounds = Array.from({ length: ROUNDS }, (_, number) => round(ROUNDS + number, configurations));
const withPlugin = median(rounds.flatMap(([first = NaN, , third = NaN]) => [first, third]));
const without = median(rounds.flatMap(([, second = NaN, , fourth = NaN]) => [second, fourth]));
console.log(`${names.length} rules, ${Buffer.byteLength(text)} bytes, medians of ${2 * ROUNDS} runs`);
console.log(`ESLint with authlint   ${withPlugin.toFixed(3)} ms`);
console.log(`ESLint with idle rules ${without.toFixed(3)} ms`);
console.log(`the plugin             ${(withPlugin - without).toFixed(3)} ms`);
