import type { LibraryModel } from './model.js';

const STEPS = ['', '.required()', '.default()', '.required().default()', '.default().required()'];

/** `get('NAME').required().asString()`: a default goes before the check (env-var 7.5.0 lib/variable.js). */
export const envVar = {
  name: 'env-var',
  packages: ['env-var'],
  operations: [],
  environmentReads: [{ path: STEPS.map((steps) => `get()${steps}.asString`), chain: { variable: 'get', fallback: 'default', required: 'required' } }],
} satisfies LibraryModel;
