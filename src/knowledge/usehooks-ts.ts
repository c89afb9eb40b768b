import type { LibraryModel } from './model.js';
import { keeping, LOCAL, SESSION } from './storage-hooks.js';

/** usehooks-ts 3.1.1 dist/index.js. */
export const usehooksTs = {
  name: 'usehooks-ts',
  packages: ['usehooks-ts'],
  operations: [keeping('useLocalStorage', LOCAL), keeping('useSessionStorage', SESSION)],
} satisfies LibraryModel;
