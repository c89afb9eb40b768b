import type { Value } from '../../src/analysis/evaluate/values.js';
import type { OperationKind } from '../../src/domain/operations.js';
import { show } from './ask.js';
import type { Files, MemoryOptions } from './memory-host.js';
import { operationsIn } from './operations.js';

/** The asked fields of every operation of a kind, as `show` writes them, in the order of the files. One text is `main.ts`. */
export function fieldsOf(
  sources: string | Files,
  kind: OperationKind,
  fields: readonly string[],
  options: MemoryOptions = {},
): readonly (readonly string[])[] {
  return operationsIn(sources, options).filter((one) => one.kind === kind).map((operation) => {
    const values = operation as unknown as Readonly<Record<string, Value>>;
    return fields.map((field) => {
      if (field === 'likely') return String(operation.likely ?? false);
      const value = values[field];
      return value === undefined ? 'no such field' : show(value);
    });
  });
}
