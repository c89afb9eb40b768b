import { prepare, type Analysis } from '../../src/analysis/analyse.js';
import type { Value } from '../../src/analysis/evaluate/values.js';
import type { Operation } from '../../src/analysis/operations/operations.js';
import { show, type Sources } from './ask.js';
import { memoryHost, type MemoryOptions } from './memory-host.js';

/** Files (one text is `main.ts`) as rules see them, in a project that depends on the packages whose versions are given. */
export function analysisOf(sources: Sources, options: MemoryOptions = {}): Analysis {
  const files = typeof sources === 'string' ? { 'main.ts': sources } : sources;
  return prepare(memoryHost(files, options), Object.keys(files));
}

/** The operations in files, in their order; see `analysisOf`. */
export function operationsIn(sources: Sources, options: MemoryOptions = {}): readonly Operation[] {
  return analysisOf(sources, options).operations;
}

/** The asked fields of every operation of a kind, in order; see `valuesOf`. */
export function fieldsOf(operations: readonly Operation[], kind: Operation['kind'], ...fields: readonly string[]): readonly unknown[][] {
  return operations.filter((operation) => operation.kind === kind).map((operation) => valuesOf(operation, ...fields));
}

/**
 * What an operation says in the asked fields: a known value as it is, any other as `show` writes it, `undefined` of a field
 * that it has not. `likely` says whether it is only likely what the call is of.
 */
export function valuesOf(operation: Operation, ...fields: readonly string[]): unknown[] {
  const values = operation as unknown as Readonly<Record<string, Value>>;
  return fields.map((field) => {
    if (field === 'likely') return operation.likely === true;
    const value = values[field];
    return value?.kind === 'known' ? value.value : value && show(value);
  });
}
