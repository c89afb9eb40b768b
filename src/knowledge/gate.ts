import { importSpecifiers } from '../ir/specifiers.js';
import type { OperationKind } from '../domain/operations.js';
import { libraries } from './index.js';

/** Specifiers that every second file imports; see `LibraryModel.everyday`. */
const EVERYDAY = new Set(['global', ...libraries.flatMap(({ everyday = [] }) => everyday)]);

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

/** A library that only does this makes no file worth looking at, nor one that only converts; a log does beside a credential. */
const ALONE_NOTHING: ReadonlySet<OperationKind> = new Set(['log.write', 'store.connect', 'rate.limit']);

const specifiers = new Set<string>();
const words = new Set<string>();
for (const { packages, vocabulary, operations } of libraries) {
  for (const name of operations.every(({ kind }) => ALONE_NOTHING.has(kind)) ? [] : packages) if (!EVERYDAY.has(name)) specifiers.add(name);
  for (const word of vocabulary ?? []) words.add(escaped(word));
}
const VOCABULARY = new RegExp([...words].join('|'));

/**
 * A log call with a variable near it that is called like a credential, or with a part of a request that holds some: logs
 * alone are in every file. `[^;]` keeps it within a statement.
 */
const LOGGED = new RegExp([
  String.raw`(?:console|[lL]og(?:ger)?)\.(?:log|trace|debug|verbose|info|warn|error|dir)\(`,
  String.raw`\b(?:debug|log)\(`,
].join('|'));
const CREDENTIAL_VARIABLE = new RegExp([
  String.raw`(?:\b|[a-z_])(?:[tT]oken|[pP]assword|[pP]asswd|[sS]ecret|[jJ]wt|[aA]uthorization|[sS]ession[iI][dD])\s*[,)}]`,
  String.raw`\breq(?:uest)?\.(?:body|headers|cookies|session)\b`,
].join('|'));
/** `console.log(config)`, `console.log(util.inspect(process.env))`. */
const WHOLE_CONFIGURATION = String.raw`\s*(?:(?:util\.)?inspect\(|JSON\.stringify\()?(?:config|process\.env)\s*[,)]`;
const LOGGED_CREDENTIAL = new RegExp(`(?:${LOGGED.source})(?:[^;]{0,200}?(?:${CREDENTIAL_VARIABLE.source})|${WHOLE_CONFIGURATION})`);

/**
 * Whether a text has anything in it that an operation could come from. Linear in the text, and never parses. `imported`:
 * what the text seems to import, where that is known already.
 */
export function hasVocabulary(text: string, imported: readonly string[] = importSpecifiers(text)): boolean {
  return imported.some((specifier) => specifiers.has(specifier)) || VOCABULARY.test(text) || LOGGED_CREDENTIAL.test(text);
}
