import { describe, expect, it } from 'vitest';
import { valueOf } from '../../support/ask.js';

describe('parameters by position', () => {
  it("are what the promise settles with in a promise's callback", () => {
    expect(valueOf("import axios from 'axios'; axios.post('/login').then((response) => use(response.data.token));")).toBe('axios:post().data.token');
  });

  it('can be destructured there', () => {
    expect(valueOf("fetch('/login').then((r) => r.json()).then(({ token }) => use(token));")).toBe('global:fetch().then().token');
  });

  it("are no framework's objects there, whatever they are called", () => {
    const source = 'const f = (promise) => promise.then((res) => use(res)); const g = (res) => use(res);';
    expect(valueOf(source, { versions: { express: '^5.0.0' } })).toBe('param res; express:Response#');
  });
});
