import { ts } from 'ts-morph';
import type { ModuleIR } from '../../ir/types.js';
import { exportDefault, moduleIR } from '../../ir/build.js';
import { expression } from './expressions.js';
import { lowerTs } from './lower.js';

export interface ParseError {
  readonly message: string;
  /** UTF-16 offset in the text without its byte-order mark. */
  readonly offset: number;
}

export type ParseResult = { readonly ir: ModuleIR } | { readonly error: ParseError };

/** What the parser found; TypeScript keeps it on the file, outside its public types. */
interface ParsedFile extends ts.SourceFile {
  readonly parseDiagnostics?: readonly ts.DiagnosticWithLocation[];
}

/** Octal numbers and escapes: legal in sloppy scripts, read as what they mean. */
const TOLERATED: ReadonlySet<number> = new Set([1121, 1487, 1488]);

/**
 * Parses a module and lowers it.
 * @param fileName decides the dialect by its extension: `.ts .mts .cts`, `.tsx`, `.json`, else JavaScript with JSX
 * @returns the IR, or the first syntax error; what only a type checker refuses is no error
 */
export function parseTs(fileName: string, text: string): ParseResult {
  const source = text.startsWith('\uFEFF') ? text.slice(1) : text;
  try {
    if (fileName.endsWith('.json')) return parseJson(fileName, source);
    const options = { languageVersion: ts.ScriptTarget.Latest, jsDocParsingMode: ts.JSDocParsingMode.ParseNone };
    const file: ParsedFile = ts.createSourceFile(fileName, source, options, false, scriptKind(fileName));
    const error = file.parseDiagnostics?.find(({ code }) => !TOLERATED.has(code));
    if (error === undefined) return { ir: lowerTs(file) };
    return { error: { message: ts.flattenDiagnosticMessageText(error.messageText, '\n'), offset: error.start } };
  } catch (error) {
    if (error instanceof RangeError) return { error: { message: 'Nested too deeply to be analysed', offset: 0 } };
    throw error;
  }
}

/** A JSON file is a module that exports its value as a whole. Comments and trailing commas are allowed. */
function parseJson(fileName: string, text: string): ParseResult {
  const file: ts.JsonSourceFile & ParsedFile = ts.parseJsonText(fileName, text);
  const [statement] = file.statements;
  const error = file.parseDiagnostics?.[0];
  if (error !== undefined || statement === undefined) {
    return { error: { message: 'The file is not valid JSON', offset: error?.start ?? 0 } };
  }
  const value = expression(statement.expression, file);
  return { ir: moduleIR([exportDefault(value.range, value, true)], []) };
}

function scriptKind(fileName: string): ts.ScriptKind {
  if (/\.tsx$/i.test(fileName)) return ts.ScriptKind.TSX;
  return /\.[mc]?ts$/i.test(fileName) ? ts.ScriptKind.TS : ts.ScriptKind.JSX;
}
