import type { LibraryModel } from './model.js';

/** React documentation, `useCallback`: the same function, kept between renders. */
export const react = {
  name: 'react',
  packages: ['react'],
  operations: [],
  transparent: { useCallback: 0 },
} satisfies LibraryModel;
