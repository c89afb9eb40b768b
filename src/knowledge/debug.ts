import type { LibraryModel } from './model.js';

/** debug 4.4.1 README: `debug(namespace)` gives the function that writes, which has `extend`. */
export const debug = {
  name: 'debug',
  packages: ['debug'],
  operations: [
    { kind: 'log.write', path: ['()', '().extend()', 'debug()', 'default()'], fields: { values: { from: { rest: 0 } }, redact: { from: [] } } },
  ],
} satisfies LibraryModel;
