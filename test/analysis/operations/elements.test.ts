import { describe, expect, it } from 'vitest';
import { fieldsOf, operationsIn } from '../../support/operations.js';

/** The stores that elements of Auth0's provider say, and the text that is underlined. */
function elementsIn(text: string): unknown[] {
  const operations = operationsIn({ 'main.tsx': text });
  const stores = fieldsOf(operations, 'token.cache', 'store').flat();
  return operations.map(({ at: { range: [start, end] } }, index) => [text.slice(start, end), stores[index]]);
}

describe('elements of components', () => {
  it('are calls with their attributes, of which later ones win', () => {
    expect(elementsIn(`
      import { Auth0Provider } from '@auth0/auth0-react';
      const some = { cacheLocation: 'localstorage', domain: 'a' };
      export const a = <Auth0Provider {...some} cacheLocation="memory"><p /></Auth0Provider>;
      export const b = <Auth0Provider cacheLocation={'memory'} {...some} />;
      export const c = (rest) => <Auth0Provider cacheLocation="localstorage" {...rest} />;
      export const d = <Auth0Provider cacheLocation />;
    `)).toEqual([
      ['Auth0Provider', 'memory'],
      ['Auth0Provider', 'localstorage'],
      ['Auth0Provider', expect.stringContaining('unknown')],
      ['Auth0Provider', true],
    ]);
  });

  it('are known by what is imported, under whatever name', () => {
    expect(elementsIn(`
      import { Auth0Provider as Login } from '@auth0/auth0-react';
      import * as auth from '@auth0/auth0-react';
      import { Auth0Provider } from './own';
      export const a = <><Login cacheLocation="a" /><auth.Auth0Provider cacheLocation="b" /><Auth0Provider cacheLocation="c" /></>;
      export const b = <auth.Auth0Context cacheLocation="d" />;
    `)).toEqual([['Login', 'a'], ['auth.Auth0Provider', 'b']]);
  });
});
