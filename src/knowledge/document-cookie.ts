import type { LibraryModel } from './model.js';

export const documentCookie = {
  name: 'document.cookie',
  packages: ['global'],
  vocabulary: ['document.cookie'],
  operations: [
    {
      kind: 'cookie.set',
      path: 'document.cookie',
      on: 'assign',
      fields: { script: { from: { always: true } } },
      cookieHeader: { assigned: true },
    },
  ],
} satisfies LibraryModel;
