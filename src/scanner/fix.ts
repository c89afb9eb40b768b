import { offeredRepairs, type Finding, type Repair } from '../analysis/finding.js';
import { absolutePath, compareText, displayPath } from '../packages/paths.js';
import { Drafts, maskedByEither, type Draft } from './drafts.js';
import type { Mask } from './mask.js';
import { inspect, type Engine, type Inspection, type ScanOptions } from './pipeline.js';
import type { Diagnostic, FixedFile, FixResult } from './types.js';
import { unifiedDiff } from './unified-diff.js';
import { byteOrderMarkOf, writeDraft } from './write-draft.js';

export interface FixOptions extends ScanOptions {
  /** Whether the first suggestion of a finding is taken where it has no fix; by default not. */
  readonly suggestions?: boolean;
  /** Whether nothing is written; by default files are. */
  readonly dryRun?: boolean;
}

/** As many as ESLint makes (lib/linter/linter.js, MAX_AUTOFIX_PASSES). */
const MAX_PASSES = 10;

/** Scans, edits in memory and scans again until nothing changes, then writes each file once. See `fix` in `./scan.js`. */
export async function runFix(options: FixOptions, engine: Engine): Promise<FixResult> {
  const cwd = absolutePath(options.cwd ?? '.', process.cwd());
  const drafts = new Drafts(cwd);
  let inspection = await inspect(options, engine, drafts.read);
  for (let pass = 0; pass < MAX_PASSES && (await edit(drafts, inspection, options, engine)); pass++) {
    inspection = await inspect(options, engine, drafts.read);
  }
  const shown = drafts.changed.map((draft) => fixedFile(draft, inspection.mask, cwd));
  const unwritten = options.dryRun ? [] : await write(drafts, cwd);
  const { result } = unwritten.length === 0 ? inspection : await inspect(options, engine);
  return {
    ...result,
    diagnostics: [...result.diagnostics, ...drafts.diagnostics].sort(compareDiagnostics),
    fixed: shown.filter(({ file }) => !unwritten.some((one) => one.file === file)),
    unwritten,
  };
}

async function edit(drafts: Drafts, inspection: Inspection, options: FixOptions, engine: Engine): Promise<boolean> {
  const repairs = repairsByFile(inspection.findings, options.suggestions ?? false);
  return repairs.size > 0 && drafts.edit(inspection, repairs, await engine.loadParser());
}

/** One repair of each finding that has one, in the order of the text, as ESLint goes through what it found. */
function repairsByFile(findings: readonly Finding[], takesSuggestions: boolean): Map<string, Repair[]> {
  const byFile = new Map<string, Repair[]>();
  for (const finding of [...findings].sort((a, b) => a.place.range[0] - b.place.range[0])) {
    const { fix, suggestions: [suggestion] } = offeredRepairs(finding);
    const repair = fix ?? (takesSuggestions ? suggestion : undefined);
    if (repair === undefined) continue;
    const { file } = finding.place;
    const others = byFile.get(file);
    if (others === undefined) byFile.set(file, [repair]);
    else others.push(repair);
  }
  return byFile;
}

/** @param mask of the last scan, which may know secrets that none before knew */
function fixedFile(draft: Draft, mask: Mask, cwd: string): FixedFile {
  const file = displayPath(draft.file, cwd);
  const mark = markOf(draft.file);
  const original = mark + draft.original;
  const text = mark + draft.text;
  const diff = unifiedDiff(file, {
    original,
    maskedOriginal: mark + maskedByEither(draft.original, draft.maskedOriginal, mask.fragment(draft.original)),
    text,
    masked: mark + maskedByEither(draft.text, draft.masked, mask.source(draft.file, draft.text)),
  });
  const isMasked = diff !== unifiedDiff(file, { original, maskedOriginal: original, text, masked: text });
  return { file, edits: draft.repairs, diff, isMasked };
}

/** A file that is gone since it was scanned is reported when it is written. */
function markOf(file: string): string {
  try {
    return byteOrderMarkOf(file);
  } catch {
    return '';
  }
}

async function write(drafts: Drafts, cwd: string): Promise<Diagnostic[]> {
  const unwritten: Diagnostic[] = [];
  for (const draft of drafts.changed) {
    const message = await writeDraft(draft);
    if (message !== undefined) unwritten.push({ file: displayPath(draft.file, cwd), message });
  }
  return unwritten;
}

function compareDiagnostics(a: Diagnostic, b: Diagnostic): number {
  return compareText(a.file, b.file) || compareText(a.message, b.message);
}
