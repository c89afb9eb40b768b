import type { LibraryModel } from '../src/knowledge/model.js';

/** What a file of `src/knowledge` exports, by the file's name without its ending. */
export type KnowledgeModules = ReadonlyMap<string, Readonly<Record<string, unknown>>>;

/** The text of `src/knowledge/libraries.ts`: every model, and every list of models, that a file there exports. */
export function libraryIndex(modules: KnowledgeModules): string {
  const found = [...modules].flatMap(([file, exports]) =>
    Object.entries(exports).flatMap(([name, value]) => (isModel(value) || isList(value) ? [{ file, name, list: isList(value) }] : [])))
    .sort((a, b) => compare(a.file, b.file) || compare(a.name, b.name));
  const files = [...new Set(found.map(({ file }) => file))];
  const imports = files.map((file) => {
    const names = found.filter((one) => one.file === file).map(({ name }) => name);
    return `import { ${names.join(', ')} } from './${file}.js';`;
  });
  return [
    '// Written by `npm run docs`: the models that the files here export.',
    ...imports,
    "import type { LibraryModel } from './model.js';",
    '',
    '/** Every library that authlint knows. */',
    'export const libraries: readonly LibraryModel[] = [',
    ...found.map(({ name, list }) => `  ${list ? '...' : ''}${name},`),
    '];',
    '',
  ].join('\n');
}

function isModel(value: unknown): value is LibraryModel {
  return typeof value === 'object' && value !== null && 'name' in value && 'packages' in value && 'operations' in value;
}

function isList(value: unknown): boolean {
  return Array.isArray(value) && value.length > 0 && value.every(isModel);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
