import type { LibraryModel, OperationModel } from './model.js';

/**
 * `storage.local.set({ name: value })` (developer.chrome.com, chrome.storage): `local` and `sync` are files without
 * encryption that content scripts can read; `session` is in memory, and they cannot, unless `setAccessLevel` says otherwise.
 */
function writes(root: string): OperationModel<'storage.write'>[] {
  return ['local', 'sync', 'session'].map((area) => ({
    kind: 'storage.write',
    path: `${root}.${area}.set`,
    fields: { store: { from: { always: `chrome.storage.${area}` } }, value: { from: { arg: 0 } } },
  }));
}

export const extensionStorage = {
  name: 'Extension storage',
  packages: ['global'],
  vocabulary: ['chrome.storage', 'browser.storage'],
  operations: ['chrome.storage', 'browser.storage'].flatMap(writes),
} satisfies LibraryModel;

/** webextension-polyfill 0.12.0 dist/browser-polyfill.js: `browser` is the default export. */
export const webextensionPolyfill = {
  name: 'webextension-polyfill',
  packages: ['webextension-polyfill', 'webextension-polyfill-ts'],
  operations: ['storage', 'browser.storage'].flatMap(writes),
} satisfies LibraryModel;

/** wxt 0.20 exports the same object by its name. */
export const wxt = {
  name: 'wxt',
  packages: ['wxt/browser'],
  operations: writes('browser.storage'),
} satisfies LibraryModel;
