import { describe, expect, it } from 'vitest';
import { fieldsOf, operationsIn } from '../support/operations.js';

function persisted(text: string, versions: Readonly<Record<string, string>>): readonly unknown[][] {
  return fieldsOf(operationsIn(text, { versions }), 'state.persist', 'store', 'key', 'keep', 'omit');
}

describe('persisted states', () => {
  it('are kept in localStorage by zustand, and in nothing by redux-persist itself', () => {
    expect(persisted("import { persist } from 'zustand/middleware'; persist(() => ({}), { name: 'n' });", {})).toEqual([['localStorage', 'n', 'absent', 'unknown']]);
    const [[store, key] = []] = persisted("import { persistReducer } from 'redux-persist'; persistReducer({ key: 'k' }, reducer);", {});
    expect([store, key]).toEqual(['absent', 'k']);
  });

  const store = "import { defineStore } from 'pinia'; defineStore('s', { state: () => ({}), persist: { paths: ['a'] } });";

  it('of pinia have the options of the plugin in use', () => {
    expect(persisted(store, { 'pinia-plugin-persistedstate': '3.2.3' })).toEqual([['localStorage', 's', expect.stringContaining('a'), 'unknown']]);
    expect(persisted(store, { 'pinia-plugin-persistedstate': '4.2.0' })).toEqual([['localStorage', 's', 'absent', 'absent']]);
    expect(persisted(store, {})).toEqual([]);
  });

  it('of pinia are kept in a cookie by the Nuxt modules', () => {
    expect(persisted(store, { 'pinia-plugin-persistedstate': '4.2.0', nuxt: '3.15.0' })[0]?.[0]).toBe('cookie');
    expect(persisted(store, { '@pinia-plugin-persistedstate/nuxt': '1.2.1' })[0]?.[0]).toBe('cookie');
  });
});
