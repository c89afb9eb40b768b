import { describe, expect, it } from 'vitest';
import { storeOf } from '../../src/analysis/questions/stores.js';
import type { OperationOf } from '../../src/analysis/operations/operations.js';
import { analysisOf, fieldsOf, operationsIn } from '../support/operations.js';

/** The store of every `token.cache`, in order, as rules understand it. */
function storesIn(text: string): (string | undefined)[] {
  const { operations, evaluator } = analysisOf({ 'main.tsx': text });
  return operations
    .filter((operation): operation is OperationOf<'token.cache'> => operation.kind === 'token.cache')
    .map(({ store }) => storeOf(store, evaluator)?.name);
}

describe('token caches', () => {
  it('of Auth0 are in the memory unless an option or a cache of its own says something else', () => {
    expect(storesIn(`
      import { Auth0Client, createAuth0Client, InMemoryCache, LocalStorageCache } from '@auth0/auth0-spa-js';
      import { createAuth0 } from '@auth0/auth0-vue';
      import { AuthModule, provideAuth0 } from '@auth0/auth0-angular';
      import * as React from '@auth0/auth0-react';
      new Auth0Client({ clientId: 'a' });
      createAuth0Client({ cacheLocation: 'localstorage' });
      createAuth0Client({ cacheLocation: 'localstorage', cache: new InMemoryCache() });
      createAuth0({ cache: new LocalStorageCache() });
      provideAuth0({ cacheLocation: 'localstorage' });
      AuthModule.forRoot({ cacheLocation: setting });
      const app = <React.Auth0Provider clientId="a" cacheLocation="localstorage"><main /></React.Auth0Provider>;
    `)).toEqual(['memory', 'localStorage', 'memory', 'localStorage', 'localStorage', undefined, 'localStorage']);
  });

  it('of MSAL and oidc-client are in sessionStorage', () => {
    expect(storesIn(`
      import { BrowserCacheLocation, PublicClientApplication } from '@azure/msal-browser';
      import { InMemoryWebStorage, UserManager, WebStorageStateStore } from 'oidc-client-ts';
      new PublicClientApplication({ auth });
      new PublicClientApplication({ auth, cache: { cacheLocation: BrowserCacheLocation.LocalStorage } });
      PublicClientApplication.createPublicClientApplication({ auth, cache: { cacheLocation: 'memoryStorage' } });
      new UserManager({});
      new UserManager({ userStore: new WebStorageStateStore() });
      new UserManager({ userStore: new WebStorageStateStore({ prefix: 'a', store: window.sessionStorage }) });
      new UserManager({ userStore: new WebStorageStateStore({ store: new InMemoryWebStorage() }) });
      new UserManager({ userStore: new WebStorageStateStore(given) });
    `)).toEqual(['sessionStorage', 'localStorage', 'memoryStorage', 'sessionStorage', 'localStorage', 'sessionStorage', 'memory', undefined]);
  });

  it('of Supabase, Cognito and Okta are in localStorage', () => {
    expect(storesIn(`
      import { createClient } from '@supabase/supabase-js';
      import { createBrowserClient, createServerClient } from '@supabase/ssr';
      import { CognitoUser, CognitoUserPool, CookieStorage } from 'amazon-cognito-identity-js';
      import { OktaAuth } from '@okta/okta-auth-js';
      createClient(url, key);
      createClient(url, key, { auth: { storage: sessionStorage } });
      createBrowserClient(url, key);
      createServerClient(url, key, { cookies });
      new CognitoUserPool({ UserPoolId: 'a' });
      new CognitoUser({ Username: 'a', Pool: pool, Storage: new CookieStorage({ domain: 'a' }) });
      new OktaAuth({ issuer });
      new OktaAuth({ issuer, tokenManager: { storage: 'cookie' } });
      new OktaAuth({ issuer, storageManager: { token: { storageTypes: ['sessionStorage'] } } });
    `)).toEqual([
      'localStorage', 'sessionStorage', 'cookie', 'cookie', 'localStorage', 'cookie', 'localStorage', 'cookie', 'sessionStorage',
    ]);
    expect(fieldsOf(operationsIn(`
      import { createClient } from '@supabase/supabase-js';
      createClient(url, key);
      createClient(url, key, { auth: { persistSession: false } });
    `), 'token.cache', 'persistent')).toEqual([[true], [false]]);
  });

  it('of Firebase and Amplify are what they are given', () => {
    expect(storesIn(`
      import { browserLocalPersistence, getReactNativePersistence, indexedDBLocalPersistence, initializeAuth, setPersistence } from 'firebase/auth';
      import { cognitoUserPoolsTokenProvider } from 'aws-amplify/auth/cognito';
      import { CookieStorage, defaultStorage, sharedInMemoryStorage } from 'aws-amplify/utils';
      import AsyncStorage from '@react-native-async-storage/async-storage';
      setPersistence(auth, browserLocalPersistence);
      initializeAuth(app);
      initializeAuth(app, { persistence: [indexedDBLocalPersistence, browserLocalPersistence] });
      initializeAuth(app, { persistence: getReactNativePersistence(AsyncStorage) });
      cognitoUserPoolsTokenProvider.setKeyValueStorage(defaultStorage);
      cognitoUserPoolsTokenProvider.setKeyValueStorage(sharedInMemoryStorage);
      cognitoUserPoolsTokenProvider.setKeyValueStorage(new CookieStorage());
    `)).toEqual(['localStorage', 'memory', 'IndexedDB', 'AsyncStorage', 'localStorage', 'memory', 'cookie']);
  });
});
