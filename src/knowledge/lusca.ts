import type { LibraryModel } from './model.js';

/** The secret stands in the session; without `csrf` there is no defence, without `hsts` no header (lusca 1.7.0 index.js, lib/csrf.js, lib/hsts.js). */
export const lusca = {
  name: 'lusca',
  packages: ['lusca'],
  operations: [
    { kind: 'csrf.configure', path: 'csrf', fields: { enabled: { from: { always: true } } } },
    { kind: 'csrf.configure', path: '', fields: { enabled: { from: { arg: 0, path: 'csrf' }, default: false } }, facts: { offByDefault: true } },
    { kind: 'hsts.configure', path: 'hsts', fields: { maxAge: { from: { arg: 0, path: 'maxAge' } } } },
    { kind: 'hsts.configure', path: '', fields: { enabled: { from: { arg: 0, path: 'hsts' }, default: false }, maxAge: { from: { arg: 0, path: 'hsts.maxAge' } } }, facts: { offByDefault: true } },
  ],
} satisfies LibraryModel;
