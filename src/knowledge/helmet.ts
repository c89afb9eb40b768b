import type { FieldModel, LibraryModel, OperationModel, Source, VersionedDefault } from './model.js';

export const HALF_A_YEAR = 180 * 24 * 60 * 60;
export const YEAR = 365 * 24 * 60 * 60;

const NAMES = ['hsts', 'strictTransportSecurity'] as const;

/** The options that say something of the header. */
export function hstsOptions(arg: number, assumed: readonly VersionedDefault[]): Record<'enabled' | 'maxAge', FieldModel> {
  const option = (suffix: string): readonly Source[] => NAMES.map((name) => ({ arg, path: `${name}${suffix}` }));
  return {
    enabled: { from: option(''), default: true },
    maxAge: { from: option('.maxAge').map((source): Source => ({ ...source, duration: 'seconds' })), default: assumed },
  };
}

/** `helmet({ hsts })`, and `helmet.hsts({ maxAge })` for the one header. */
export function helmetOperations(assumed: readonly VersionedDefault[]): readonly OperationModel<'hsts.configure'>[] {
  return [
    { kind: 'hsts.configure', path: ['', 'helmet'], fields: hstsOptions(0, assumed) },
    {
      kind: 'hsts.configure',
      path: ['hsts', 'strictTransportSecurity'],
      fields: { enabled: { from: { always: true } }, maxAge: { from: { arg: 0, path: 'maxAge', duration: 'seconds' }, default: assumed } },
    },
  ];
}

/**
 * 180 days up to 7, a year from 8 on (`DEFAULT_MAX_AGE`: hsts 2.2.0 index.js, which is helmet 3's; helmet 4.6.0
 * dist/middlewares/strict-transport-security/index.js, 6.2.0, 7.2.0 and 8.3.0 index.cjs).
 */
export const helmet = {
  name: 'helmet',
  packages: ['helmet'],
  operations: helmetOperations([{ versions: '<8', value: HALF_A_YEAR }, { versions: '>=8', value: YEAR }]),
} satisfies LibraryModel;
