import type { Policy } from '../policy/policy.js';
import { callSitesOf, type CallSites } from './operations/callsites.js';
import { Evaluator } from './evaluate/evaluate.js';
import { operationsOf } from './operations/extract.js';
import type { Finding, TraceStep } from './finding.js';
import type { AnalysisHost } from './host.js';
import { weakest } from './judge.js';
import type { Module } from './evaluate/module.js';
import type { Operation, OperationKind, OperationOf } from './operations/operations.js';
import { Project } from './evaluate/project.js';
import { parameterByPosition } from './operations/receivers.js';
import type { Problem, Rule, RuleContext } from './rule.js';

/** The operations of some files and what is needed to ask further; made once, used by every rule. */
export interface Analysis {
  readonly operations: readonly Operation[];
  readonly modules: readonly Module[];
  readonly evaluator: Evaluator;
  readonly callSites: CallSites;
  /** Whether other files can be seen: what they could still supply is then known to be absent. */
  readonly wholeProject: boolean;
}

/** Finds the operations in `files`, in their order. Files that the host cannot give are left out. */
export function prepare(host: AnalysisHost, files: readonly string[]): Analysis {
  const project = new Project(host, new Set(files));
  const evaluator = new Evaluator(project, parameterByPosition);
  const callSites = callSitesOf(evaluator);
  const modules = files.map((file) => project.module(file)).filter((module) => module !== undefined);
  const operations = modules.flatMap((module) => guarded(host, module.file, () => operationsOf(evaluator, callSites, module)));
  return { operations, modules, evaluator, callSites, wholeProject: host.importersOf !== undefined };
}

/** Code that nobody thought of must cost its own findings and nothing else. */
function guarded<Item>(host: AnalysisHost, file: string, work: () => Item[]): Item[] {
  if (host.report === undefined) return work();
  try {
    return work();
  } catch (error) {
    host.report(file, `The file cannot be analysed because of an error in authlint: ${String(error)}`);
    return [];
  }
}

/** Runs rules over prepared operations. Findings of one rule, message and place are one, in order of place. */
export function check(analysis: Analysis, rules: readonly Rule[], policy: Policy): Finding[] {
  const byKind = new Map<OperationKind, Operation[]>();
  for (const operation of analysis.operations) {
    const list = byKind.get(operation.kind);
    if (list === undefined) byKind.set(operation.kind, [operation]);
    else list.push(operation);
  }
  const context: RuleContext = {
    ...analysis,
    policy,
    operationsOf: <Kind extends OperationKind>(kind: Kind) => (byKind.get(kind) ?? []) as unknown as OperationOf<Kind>[],
  };
  const { host } = analysis.evaluator.project;
  const [anywhere] = analysis.modules;
  return rules.flatMap((rule) => guarded(host, anywhere?.file ?? '', () => merged(rule, [...rule.check(context)])));
}

/** `prepare` and `check` in one. */
export function analyse(host: AnalysisHost, files: readonly string[], rules: readonly Rule[], policy: Policy): Finding[] {
  return check(prepare(host, files), rules, policy);
}

/** Several call sites that lead to one place are one finding: the shortest trace, ties by path. */
function merged(rule: Rule, problems: readonly Problem[]): Finding[] {
  const byIdentity = new Map<string, Finding>();
  for (const problem of problems) {
    const { file, range } = problem.at;
    const identity = `${problem.messageId} ${file} ${range[0]} ${range[1]}`;
    const finding = findingOf(rule, problem);
    const before = byIdentity.get(identity);
    byIdentity.set(identity, before === undefined ? finding : combined(before, finding));
  }
  return [...byIdentity.values()];
}

function combined(a: Finding, b: Finding): Finding {
  const [best, other] = isBetter(b.trace, a.trace) ? [b, a] : [a, b];
  return {
    ...best,
    count: a.count + b.count,
    confidence: weakest(a.confidence, b.confidence) === a.confidence ? b.confidence : a.confidence,
    secrets: [...best.secrets, ...other.secrets],
  };
}

function isBetter(a: readonly TraceStep[], b: readonly TraceStep[]): boolean {
  if (a.length !== b.length) return a.length < b.length;
  return pathOf(a) < pathOf(b);
}

function pathOf(trace: readonly TraceStep[]): string {
  return trace.map(({ file, range }) => `${file}:${String(range[0]).padStart(9, '0')}`).join('\n');
}

function findingOf(rule: Rule, problem: Problem): Finding {
  const message = rule.meta.messages[problem.messageId];
  if (message === undefined) throw new Error(`${rule.meta.id} has no message ${problem.messageId}`);
  return {
    ruleId: rule.meta.id,
    messageId: problem.messageId,
    severity: problem.severity ?? message.severity,
    confidence: problem.confidence ?? message.confidence,
    message: filled(message.text, problem.data ?? {}),
    place: problem.at,
    trace: problem.trace,
    count: 1,
    secrets: problem.secrets ?? [],
    ...repairsOf(problem),
  };
}

/** A rule asks for edits wherever it reports; where none can be made it gets nothing. */
function repairsOf({ fix, suggestions = [] }: Problem): Pick<Finding, 'fix' | 'suggestions'> {
  const possible = suggestions.filter((suggestion) => suggestion !== undefined);
  return { ...(fix === undefined ? {} : { fix }), ...(possible.length === 0 ? {} : { suggestions: possible }) };
}

/** Fills `{{name}}` holes; a hole without data is a mistake of the rule. */
function filled(text: string, data: Readonly<Record<string, string | number>>): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (_, name: string) => {
    const value = data[name];
    if (value === undefined) throw new Error(`no data for {{${name}}} in "${text}"`);
    return String(value);
  });
}
