import type { LibraryModel } from './model.js';

function digests(name: string, packages: readonly string[], algorithm: string, path: readonly string[]): LibraryModel {
  const fields = { algorithm: { from: { always: algorithm } }, input: { from: { arg: 0 } } } as const;
  return { name, packages, operations: [{ kind: 'digest.compute', path, fields }] };
}

/** Packages that are one hash function each: called as it is, or by its name (their READMEs). */
export const digestPackages: readonly LibraryModel[] = [
  digests('md5', ['md5', 'blueimp-md5', 'js-md5'], 'md5', ['', 'md5']),
  digests('ts-md5', ['ts-md5'], 'md5', ['Md5.hashStr', 'Md5.hashAsciiStr']),
  digests('sha1', ['sha1', 'js-sha1'], 'sha1', ['', 'sha1']),
  digests('js-sha256', ['js-sha256', 'sha256'], 'sha256', ['', 'sha256']),
  digests('js-sha512', ['js-sha512'], 'sha512', ['', 'sha512']),
];
