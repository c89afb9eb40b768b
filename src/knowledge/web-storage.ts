import type { LibraryModel, OperationModel } from './model.js';

const STORES = ['localStorage', 'sessionStorage'] as const;

/** `setItem` and member assignment (WHATWG HTML, section "Web storage": the named setter is `setItem`). */
function writes(store: string): OperationModel<'storage.write'>[] {
  return [
    {
      kind: 'storage.write',
      path: `${store}.setItem`,
      fields: { store: { from: { always: store } }, key: { from: { arg: 0 } }, value: { from: { arg: 1 } } },
    },
    {
      kind: 'storage.write',
      path: [`${store}.*`, `${store}[]`],
      on: 'assign',
      fields: {
        store: { from: { always: store } },
        key: { from: { member: true } },
        value: { from: { assigned: true } },
      },
    },
  ];
}

export const webStorage = {
  name: 'Web Storage',
  packages: ['global'],
  vocabulary: STORES,
  operations: STORES.flatMap(writes),
} satisfies LibraryModel;
