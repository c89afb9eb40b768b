import type { ESLint, Linter } from 'eslint';
import { rules } from '../../rules/index.js';
import type { Rule } from '../analysis/rule.js';
import { packageInfo } from '../packages/own.js';
import { isInPreset, type Preset } from '../policy/presets.js';
import { toEslintRule, type AuthlintSettings } from './adapter.js';

const { name, version } = packageInfo();
const NAMESPACE = 'authlint';

const SETTINGS: Readonly<Record<Preset, AuthlintSettings>> = {
  recommended: { minConfidence: 'likely', minSeverity: 'warning' },
  strict: { minConfidence: 'likely', minSeverity: 'info' },
  all: { minConfidence: 'review', minSeverity: 'info' },
};

const plugin = {
  meta: { name, version, namespace: NAMESPACE },
  rules: Object.fromEntries(rules.filter(runsInEditor).map((rule) => [rule.meta.id, toEslintRule(rule)])),
  configs: {} as Record<Preset, Linter.Config>,
} satisfies ESLint.Plugin;

/** Rules whose verdicts need other files are the scanner's alone. */
function runsInEditor(rule: Rule): boolean {
  return rule.meta.scope === 'file';
}

function config(preset: Preset): Linter.Config {
  const inPreset = rules.filter(runsInEditor).filter((rule) => isInPreset(rule.meta.messages, preset));
  return {
    name: `${NAMESPACE}/${preset}`,
    plugins: { [NAMESPACE]: plugin },
    rules: Object.fromEntries(inPreset.map((rule) => [`${NAMESPACE}/${rule.meta.id}`, levelOf(rule)])),
    settings: { [NAMESPACE]: SETTINGS[preset] },
  };
}

/** A rule that has anything to say that is an error is one. */
function levelOf(rule: Rule): 'error' | 'warn' {
  return Object.values(rule.meta.messages).some(({ severity }) => severity === 'error') ? 'error' : 'warn';
}

Object.assign(plugin.configs, { recommended: config('recommended'), strict: config('strict'), all: config('all') });

export default plugin;
// A CommonJS configuration gets the plugin itself from `require('authlint')`.
export { plugin as 'module.exports' };
