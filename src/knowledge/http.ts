import { BY_SERVER, COOKIE_HEADER_KEYS, SETS_COOKIE_HEADER } from './cookie-attributes.js';
import type { LibraryModel, OperationModel } from './model.js';

/** `writeHead(status, headers)` and `writeHead(status, message, headers)`. */
function headerObject(key: string): OperationModel<'cookie.set'>[] {
  return [1, 2].map((arg) => ({
    kind: 'cookie.set',
    path: 'ServerResponse#.writeHead',
    fields: BY_SERVER,
    cookieHeader: { arg, path: key },
  }));
}

/** Node.js documentation, `http.ServerResponse`. */
export const http = {
  name: 'node:http',
  packages: ['node:http'],
  everyday: ['node:http'],
  vocabulary: ['Set-Cookie', 'set-cookie'],
  operations: [
    {
      kind: 'cookie.set',
      path: ['ServerResponse#.setHeader', 'ServerResponse#.appendHeader'],
      when: SETS_COOKIE_HEADER,
      fields: BY_SERVER,
      cookieHeader: { arg: 1 },
    },
    ...COOKIE_HEADER_KEYS.flatMap(headerObject),
  ],
  handlers: [{ path: ['createServer'], parameters: ['IncomingMessage#', 'ServerResponse#'] }],
  fluent: ['ServerResponse#'],
} satisfies LibraryModel;
