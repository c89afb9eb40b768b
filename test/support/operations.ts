import { prepare } from '../../src/analysis/analyse.js';
import type { Value } from '../../src/analysis/evaluate/values.js';
import type { Operation } from '../../src/analysis/operations/operations.js';
import { memoryHost, type Files, type MemoryOptions } from './memory-host.js';

/** The operations in files (one text is `main.ts`) of a project that depends on the packages whose versions are given. */
export function operationsIn(files: string | Files, options: MemoryOptions = {}): readonly Operation[] {
  const all = typeof files === 'string' ? { 'main.ts': files } : files;
  return prepare(memoryHost(all, options), Object.keys(all)).operations;
}

/**
 * What operations of a kind say in the asked fields, in order: a known value as it is, else the kind of value; `likely`
 * says whether it is only likely what the call is of.
 */
export function saidOf(operations: readonly Operation[], kind: Operation['kind'], ...fields: readonly string[]): readonly unknown[][] {
  return operations.filter((operation) => operation.kind === kind).map((operation) => {
    const values = operation as unknown as Readonly<Record<string, Value>>;
    return fields.map((field) => {
      if (field === 'likely') return operation.likely === true;
      const value = values[field];
      return value?.kind === 'known' ? value.value : value?.kind;
    });
  });
}
