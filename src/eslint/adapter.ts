import type { Rule as EslintRule, SourceCode } from 'eslint';
import type { TSESTree } from '@typescript-eslint/utils';
import { check, prepare, type Analysis } from '../analysis/analyse.js';
import { offeredRepairs, type Finding, type Repair } from '../analysis/finding.js';
import type { Rule } from '../analysis/rule.js';
import { confidences, isAtLeast, severities, type Confidence, type Severity } from '../domain/levels.js';
import { lowerEstree } from '../frontends/estree/lower.js';
import { firstLine } from '../ir/text.js';
import { hasVocabulary } from '../knowledge/gate.js';
import { defaultPolicy } from '../policy/policy.js';
import { fileHost } from './file-host.js';
import { pageUrl } from './pages.js';

/** Made once per file and shared by all rules; by the tree's identity, because hosts reuse one source-code object. */
const analyses = new WeakMap<object, Analysis | 'nothing here'>();

function analysisOf(sourceCode: SourceCode, file: string): Analysis | 'nothing here' {
  if (!isWorthwhile(sourceCode.text)) return 'nothing here';
  let analysis = analyses.get(sourceCode.ast);
  if (analysis === undefined) analyses.set(sourceCode.ast, (analysis = prepared(sourceCode, file)));
  return analysis;
}

/** Each rule asks about a file in turn, before anybody touches the tree: oxlint makes one only then. */
let asked = { text: '', answer: false };

function isWorthwhile(text: string): boolean {
  if (asked.text !== text) asked = { text, answer: hasVocabulary(text) };
  return asked.answer;
}

function prepared(sourceCode: SourceCode, file: string): Analysis | 'nothing here' {
  try {
    const ir = lowerEstree(sourceCode.ast as unknown as TSESTree.Program, sourceCode.text);
    return prepare(fileHost(file, ir, sourceCode.text), [file]);
  } catch (error) {
    // Chains of many thousands of operators nest too deep to follow.
    if (error instanceof RangeError) return 'nothing here';
    throw error;
  }
}

/** Beside the rule levels, because an ESLint rule has one level for all of its messages. */
export interface AuthlintSettings {
  readonly minConfidence?: Confidence;
  readonly minSeverity?: Severity;
}

const SETTINGS: Readonly<Record<string, readonly string[]>> = { minConfidence: confidences, minSeverity: severities };

/** @throws {Error} for a setting or a value that there is not: ESLint shows it, and a misspelt one must not go unseen */
function checkedSettings(settings: Readonly<Record<string, unknown>>): AuthlintSettings {
  for (const [name, value] of Object.entries(settings)) {
    const allowed = Object.hasOwn(SETTINGS, name) ? SETTINGS[name] : undefined;
    if (allowed === undefined) throw new Error(`settings.authlint: there is no '${name}', only ${Object.keys(SETTINGS).join(' and ')}.`);
    if (value !== undefined && !allowed.some((one) => one === value)) {
      throw new Error(`settings.authlint.${name}: ${JSON.stringify(value)} is none of ${allowed.map((one) => `'${one}'`).join(', ')}.`);
    }
  }
  return settings;
}

function isWanted(finding: Finding, { minConfidence = 'likely', minSeverity = 'warning' }: AuthlintSettings): boolean {
  return confidences.indexOf(finding.confidence) >= confidences.indexOf(minConfidence)
    && isAtLeast(finding.severity, minSeverity);
}

/** An ESLint rule that reports what a rule of ours finds in the file. */
export function toEslintRule(rule: Rule): EslintRule.RuleModule {
  return {
    meta: {
      type: 'problem',
      docs: { description: rule.meta.description, url: pageUrl(rule.meta.id) },
      messages: Object.fromEntries(Object.keys(rule.meta.messages).map((id) => [id, '{{text}}'])),
      schema: [],
      ...(rule.meta.fixable ? { fixable: 'code' } : {}),
      // A fix of a finding that is not certain is for a human to choose.
      ...(rule.meta.fixable || rule.meta.hasSuggestions ? { hasSuggestions: true } : {}),
    },
    create(context) {
      const { sourceCode, physicalFilename } = context;
      const analysis = analysisOf(sourceCode, physicalFilename);
      if (analysis === 'nothing here') return {};
      return {
        Program() {
          const settings = checkedSettings((context.settings['authlint'] ?? {}) as Readonly<Record<string, unknown>>);
          for (const finding of check(analysis, [rule], defaultPolicy)) {
            if (isWanted(finding, settings)) report(context, finding);
          }
        },
      };
    },
  };
}

function report(context: EslintRule.RuleContext, finding: Finding): void {
  const { sourceCode } = context;
  const [start, end] = firstLine(sourceCode.text, finding.place.range);
  const { fix, suggestions } = offeredRepairs(finding);
  context.report({
    messageId: finding.messageId,
    data: { text: finding.message },
    loc: { start: sourceCode.getLocFromIndex(start), end: sourceCode.getLocFromIndex(end) },
    fix: fix === undefined ? null : fixOf(fix),
    suggest: suggestions.map((repair) => ({ desc: repair.message, fix: fixOf(repair) })),
  });
}

function fixOf({ edits }: Repair): EslintRule.ReportFixer {
  return (fixer) => edits.map(({ range: [start, end], text }) => fixer.replaceTextRange([start, end], text));
}
