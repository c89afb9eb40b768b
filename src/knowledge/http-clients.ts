import type { LibraryModel, SinkModel } from './model.js';

const METHODS = ['get', 'post', 'request'];

function client(name: string, packages: readonly string[], paths: readonly string[], options: readonly SinkModel[] = []): LibraryModel {
  return { name, packages, operations: [], sinks: [{ path: paths, arg: 0, takes: 'address' }, ...options] };
}

/** `axios({ url })`. */
const AXIOS_OPTIONS: readonly SinkModel[] = [{ path: ['', 'request'], arg: 0, option: 'url', takes: 'address' }];

/** Calls that request what stands at an address (the clients' own documentation). */
export const httpClients: readonly LibraryModel[] = [
  client('fetch', ['global'], ['fetch']),
  client('node-fetch', ['node-fetch', 'cross-fetch', 'isomorphic-fetch', 'ofetch'], ['', 'fetch', 'ofetch', '$fetch']),
  client('undici', ['undici'], ['fetch', 'request']),
  client('axios', ['axios'], ['', ...METHODS, ...METHODS.map((method) => `create().${method}`)], AXIOS_OPTIONS),
  client('got', ['got'], ['', 'got', 'get', 'got.get']),
  client('superagent', ['superagent'], ['get']),
  client('node:https', ['node:https', 'node:http'], ['get', 'request']),
];
