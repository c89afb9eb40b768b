import type { LibraryModel } from './model.js';

const OPTION = { rejectUnauthorized: { from: { arg: 0, path: 'rejectUnauthorized' }, default: true } } as const;

/** Options of a request may stand behind its address (Node.js documentation, `https.request`, `tls.connect`). */
const AT_ANY = {
  rejectUnauthorized: { from: [0, 1, 2].map((arg) => ({ arg, path: 'rejectUnauthorized' })), default: true },
};

/** The certificate of a server is checked unless it is told otherwise (Node.js documentation, `tls.connect`). */
export const nodeTls = {
  name: 'node:tls',
  packages: ['node:https', 'node:tls'],
  operations: [
    { kind: 'tls.configure', path: 'Agent', on: 'new', fields: OPTION },
    { kind: 'tls.configure', path: 'globalAgent.options.rejectUnauthorized', on: 'assign', fields: { rejectUnauthorized: { from: { assigned: true } } } },
    { kind: 'tls.configure', path: ['request', 'get'], fields: AT_ANY },
    { kind: 'tls.configure', path: 'connect', fields: AT_ANY },
  ],
} satisfies LibraryModel;

/** `0` turns the check off for every connection of the process (Node.js documentation, `NODE_TLS_REJECT_UNAUTHORIZED`). */
export const nodeTlsVariable = {
  name: 'NODE_TLS_REJECT_UNAUTHORIZED',
  packages: ['global'],
  vocabulary: ['NODE_TLS_REJECT_UNAUTHORIZED'],
  operations: [
    {
      kind: 'tls.configure',
      path: 'process.env.NODE_TLS_REJECT_UNAUTHORIZED',
      on: 'assign',
      fields: { rejectUnauthorized: { from: { assigned: true }, means: { 0: false } } },
    },
  ],
} satisfies LibraryModel;
