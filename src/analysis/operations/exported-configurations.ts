import { EXPORTED } from '../../knowledge/index.js';
import type { Module } from '../evaluate/module.js';
import type { AnalysisHost } from '../host.js';
import type { Match } from './matching.js';

/** The configurations that a file holds which a framework finds by its name: what it exports as a whole or by default. */
export function exportedConfigurations(module: Module, host: AnalysisHost): Match[] {
  const file = module.file.replaceAll('\\', '/');
  const expected = EXPORTED.filter(({ library, model }) =>
    model.files?.test(file) && library.packages.some((name) => host.dependsOn(name, module.file)));
  const { whole, named } = expected.length === 0 ? { whole: undefined, named: undefined } : module.exports;
  const byName = named?.get('default');
  const value = whole ?? (byName?.kind === 'value' ? byName.value : undefined);
  const node = value === undefined ? undefined : module.parentOf(value);
  if (value === undefined || (node?.kind !== 'export-default' && node?.kind !== 'assign')) return [];
  return expected.map(({ library, model }) => ({
    library, model, node,
    target: { kind: 'external', package: library.packages[0] ?? '', path: 'default', at: module.place(value.range) },
  }));
}
