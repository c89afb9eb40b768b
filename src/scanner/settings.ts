import { isExposedSecretName } from '../domain/setting-names.js';
import { isSecretName } from '../domain/names.js';
import { isPrivateKeyPem } from '../domain/pem.js';
import { parseSettings } from '../frontends/settings/parse.js';
import type { Setting, SettingsIR } from '../ir/settings.js';
import { settingsSource } from '../packages/paths.js';
import type { SettingsCandidate } from './discover.js';
import { readSource } from './read.js';
import { Tracked } from './tracked.js';

type Report = (file: string, message: string) => void;

/** The settings of a project. */
export interface FoundSettings {
  /** By absolute path, in order. */
  readonly files: ReadonlyMap<string, SettingsIR>;
  readonly texts: ReadonlyMap<string, string>;
  /** How many of the files have a setting that is a secret by its name or form. */
  readonly withSecrets: number;
}

/** A manifest that may hold settings. */
const MANIFEST = /^[ \t-]*["']?kind["']?:[ \t]*["']?(?:Secret|ConfigMap|Deployment|StatefulSet|DaemonSet|ReplicaSet|Pod|Job|CronJob|Rollout|List)\b/m;
/** Without such a word a YAML text is not parsed. */
const SECRET_WORD = /secret|key|password/i;

/**
 * Reads the files of settings that belong to a project: in a git work tree those that git tracks (where git cannot be asked,
 * those that no ignore file names), outside of one every file, and whatever was given by its own path.
 *
 * @param report gets the absolute path of a file that cannot be used, and a sentence
 */
export function readSettings(candidates: readonly SettingsCandidate[], report: Report): FoundSettings {
  const files = new Map<string, SettingsIR>();
  const texts = new Map<string, string>();
  const tracked = new Tracked();
  for (const candidate of candidates) {
    const found = settingsOf(candidate, tracked, report);
    if (found === undefined) continue;
    files.set(candidate.file, found.ir);
    texts.set(candidate.file, found.text);
  }
  const withSecrets = [...files.values()].filter(({ settings }) => settings.some(seemsSecret)).length;
  return { files, texts, withSecrets };
}

function seemsSecret({ name, value }: Setting): boolean {
  return isSecretName(name) || isExposedSecretName(name) || isPrivateKeyPem(value);
}

function settingsOf(candidate: SettingsCandidate, tracked: Tracked, report: Report): { readonly ir: SettingsIR; readonly text: string } | undefined {
  const { file } = candidate;
  const source = settingsSource(file);
  if (source === undefined) return undefined;
  const isSurely = source !== 'kubernetes';
  if (isSurely && !belongs(candidate, tracked)) return undefined;
  const result = readSource(file);
  if ('problem' in result) {
    if (isSurely || candidate.given) report(file, result.problem);
    return undefined;
  }
  const { text } = result;
  // Most YAML is of other kinds, and asking git takes longer than reading.
  if (!isSurely && !(MANIFEST.test(text) && SECRET_WORD.test(text) && belongs(candidate, tracked))) return undefined;
  const isEmpty = source !== 'env' && !SECRET_WORD.test(text);
  const ir = isEmpty ? { source, settings: [], comments: [] } : parsed(file, source, text, report);
  // Manifests are often templates of Helm, which are no YAML yet.
  if (ir.isPartial && (isSurely || candidate.given)) report(file, 'The file is not valid YAML; what could be read of it was used.');
  return { ir, text };
}

function belongs({ file, given, ignored }: SettingsCandidate, tracked: Tracked): boolean {
  if (given) return true;
  const state = tracked.of(file);
  return state === 'unknown' ? !ignored : state !== 'untracked';
}

function parsed(file: string, source: SettingsIR['source'], text: string, report: Report): SettingsIR {
  try {
    return parseSettings(source, text);
  } catch (error) {
    report(file, `The file cannot be analysed because of an error in authlint: ${error instanceof Error ? error.message : String(error)}`);
    return { source, settings: [], comments: [] };
  }
}
