import { ts } from 'ts-morph';
import { moduleIR } from '../../ir/build.js';
import type { ModuleIR } from '../../ir/types.js';
import { suppressions } from './comments.js';
import { statements } from './statements.js';

/**
 * The IR of a source file of the TypeScript that ts-morph brings. Parent pointers are not needed.
 * @param file parsed from a text without a byte-order mark, and without syntax errors
 */
export function lowerTs(file: ts.SourceFile): ModuleIR {
  return moduleIR(statements(file.statements, file), suppressions(file));
}
