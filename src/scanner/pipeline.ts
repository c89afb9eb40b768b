import type { Finding } from '../analysis/finding.js';
import type { Rule } from '../analysis/rule.js';
import type { Policy } from '../policy/policy.js';
import { Diagnostics } from './diagnostics.js';
import { discover } from './discover.js';
import { importSpecifiers } from '../ir/specifiers.js';
import { secretVariables } from './imports.js';
import { Interner } from './interner.js';
import { Manifests } from '../packages/manifests.js';
import { absolutePath } from '../packages/paths.js';
import { reports, type Preset } from '../policy/presets.js';
import { Mask } from './mask.js';
import { present, withoutSuppressed } from './present.js';
import { Project, type Parse, type ScannerHost } from './project.js';
import { readSource, type ReadResult } from './read.js';
import { createResolver } from './resolve.js';
import { readSettings } from './settings.js';
import type { Diagnostic, ScanResult } from './types.js';

export interface ScanOptions {
  /** Files and directories; relative ones start at `cwd`. By default the working directory. */
  readonly paths?: readonly string[];
  /** By default the process's. Paths in the result are relative to it. */
  readonly cwd?: string;
  /** Which findings are wanted; by default `recommended`. */
  readonly preset?: Preset;
  /** Whether ignore files and the built-in exclusions apply below the given paths; by default they do. */
  readonly ignore?: boolean;
  /** Called often while the scan goes on; must be fast. */
  readonly onProgress?: (progress: Progress) => void;
}

export interface Progress {
  readonly phase: 'reading' | 'analysing';
  /** Files done in this phase. */
  readonly done: number;
  /** Files in this phase as far as known: while analysing it grows with what is imported. */
  readonly total: number;
}

/** The parts of a scan that know what code means. */
export interface Engine {
  readonly rules: readonly Rule[];
  readonly policy: Policy;
  /** Whether a text, which seems to import `specifiers`, may hold anything of interest. */
  hasVocabulary(text: string, specifiers: readonly string[]): boolean;
  /** Called only when there is something to parse: loading a parser takes long. */
  loadParser(): Promise<Parse>;
  analyse(host: ScannerHost, files: readonly string[], rules: readonly Rule[], policy: Policy): Finding[];
}

/** A scan's result, and what edits need to know beyond it. */
export interface Inspection {
  readonly result: ScanResult;
  /** The result's findings as the analysis gives them: absolute paths, offsets, nothing masked. */
  readonly findings: readonly Finding[];
  /** The text, without its byte-order mark, of a file that was discovered; `undefined` for others. */
  readonly textOf: (file: string) => string | undefined;
  /** Knows the secrets of every finding. */
  readonly mask: Mask;
}

interface Gated {
  /** Texts of the files with vocabulary. */
  readonly texts: ReadonlyMap<string, string>;
  readonly specifiers: ReadonlyMap<string, readonly string[]>;
  /** Names that may be environment variables with secrets, and the files that have them. */
  readonly variables: ReadonlyMap<string, readonly string[]>;
}

/** See `scan` in `./scan.js`. */
export async function runScan(options: ScanOptions, engine: Engine): Promise<ScanResult> {
  return (await inspect(options, engine)).result;
}

/**
 * Discover, gate, analyse, filter, suppress, sort.
 *
 * @param read gives the texts of source files; by default those on the disk
 */
export async function inspect(
  options: ScanOptions,
  engine: Engine,
  read: (file: string) => ReadResult = readSource,
): Promise<Inspection> {
  const cwd = absolutePath(options.cwd ?? '.', process.cwd());
  const diagnostics = new Diagnostics();
  const found = discover({ paths: options.paths ?? ['.'], cwd, ignore: options.ignore ?? true });
  for (const { file, message } of found.diagnostics) diagnostics.add(file, message);
  const gated = readAndGate(found.files, engine, read, diagnostics, options.onProgress);
  const settings = readSettings(found.settings, diagnostics.add);
  const foundFiles = found.files.length + settings.files.size;
  if (gated.texts.size === 0 && settings.withSecrets === 0) {
    return { result: emptyResult(foundFiles, diagnostics.list(cwd)), findings: [], textOf: () => undefined, mask: new Mask([], () => undefined) };
  }

  const manifests = new Manifests(found.boundaries, diagnostics.add);
  const candidates = [...gated.texts.keys()];
  const project = new Project({
    ...gated,
    texts: new Map([...gated.texts, ...settings.texts]),
    settings: settings.files,
    read,
    manifests,
    report: diagnostics.add,
    parse: await engine.loadParser(),
    resolve: await createResolver({ manifests, report: diagnostics.add, isDiscovered: (file) => gated.specifiers.has(file) }),
    onParse: (done) => options.onProgress?.({ phase: 'analysing', done, total: Math.max(done, candidates.length) }),
  });
  const all = engine.analyse(project, candidates, engine.rules, engine.policy);
  const wanted = all.filter((finding) => reports(options.preset ?? 'recommended', finding));
  const shown = withoutSuppressed(wanted, project);
  const mask = new Mask(all.flatMap((finding) => finding.secrets), (file) => project.text(file), settings.files);
  const { findings, severities, sources } = present(shown, mask, project, cwd);
  const { files, parsed } = project.loaded;
  const counts = {
    found: foundFiles,
    candidates: new Set([...candidates, ...files]).size + settings.withSecrets,
    analysed: parsed + settings.withSecrets,
  };
  const summary = { files: counts, findings: severities };
  return {
    result: { findings, sources, diagnostics: diagnostics.list(cwd), summary },
    findings: shown,
    textOf: (file) => (gated.specifiers.has(file) ? project.text(file) : undefined),
    mask,
  };
}

function readAndGate(
  files: readonly string[],
  engine: Engine,
  read: (file: string) => ReadResult,
  diagnostics: Diagnostics,
  onProgress: ScanOptions['onProgress'],
): Gated {
  const texts = new Map<string, string>();
  const specifiers = new Map<string, readonly string[]>();
  const variables = new Map<string, string[]>();
  const interner = new Interner();
  for (const [index, file] of files.entries()) {
    onProgress?.({ phase: 'reading', done: index, total: files.length });
    const result = read(file);
    if ('problem' in result) {
      diagnostics.add(file, result.problem);
      continue;
    }
    const imported = importSpecifiers(result.text).map((specifier) => interner.intern(specifier));
    specifiers.set(file, imported);
    if (engine.hasVocabulary(result.text, imported)) texts.set(file, result.text);
    for (const name of secretVariables(result.text).map((slice) => interner.intern(slice))) {
      const others = variables.get(name);
      if (others === undefined) variables.set(name, [file]);
      else others.push(file);
    }
  }
  return { texts, specifiers, variables };
}

function emptyResult(found: number, diagnostics: readonly Diagnostic[]): ScanResult {
  const findings = { error: 0, warning: 0, info: 0 };
  return {
    findings: [],
    diagnostics,
    summary: { files: { found, candidates: 0, analysed: 0 }, findings },
    sources: new Map(),
  };
}
