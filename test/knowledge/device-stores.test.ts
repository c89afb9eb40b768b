import { describe, expect, it } from 'vitest';
import { fieldsOf, operationsIn } from '../support/operations.js';

const FIELDS = ['store', 'key', 'value', 'encryptionKey'];

describe('stores on devices', () => {
  it('of AsyncStorage write one item or several', () => {
    const operations = operationsIn(`
      import AsyncStorage, { createAsyncStorage, useAsyncStorage } from '@react-native-async-storage/async-storage';
      import { AsyncStorage as Old } from 'react-native';
      AsyncStorage.setItem('a', '1');
      AsyncStorage.multiSet([['b', '2'], ['c', '3'], pair]);
      createAsyncStorage('shop').setMany({ d: '4' });
      useAsyncStorage('e').setItem('5');
      Old.mergeItem('f', '6');
      AsyncStorage.removeItem('g');
    `);
    expect(fieldsOf(operations, 'storage.write', 'key', 'value')).toEqual([
      ['a', '1'], ['b', '2'], ['c', '3'], ['d', '4'], ['e', '5'], ['f', '6'],
    ]);
    expect(operations.every(({ facts }) => facts.native)).toBe(true);
  });

  it('of MMKV may be encrypted, from the start or later', () => {
    const operations = operationsIn(`
      import { createMMKV, MMKV } from 'react-native-mmkv';
      const old = new MMKV();
      old.set('a', '1');
      new MMKV({ id: 'x', encryptionKey: 'k' }).set('b', '2');
      createMMKV({ id: 'y' }).set('c', '3');
      const opened = (settings) => createMMKV(settings).set('d', '4');
      old.recrypt('later');
    `);
    expect(fieldsOf(operations, 'storage.write', 'key', 'encryptionKey')).toEqual([
      ['a', 'absent'], ['b', 'k'], ['c', 'absent'], ['d', 'param settings.encryptionKey'],
    ]);
    expect(fieldsOf(operations, 'storage.encrypt', 'key')).toEqual([['later']]);
  });

  it('of Capacitor and electron-store are objects of keys and values', () => {
    const operations = operationsIn(`
      import { Preferences } from '@capacitor/preferences';
      import Store from 'electron-store';
      Preferences.set({ key: 'a', value: '1' });
      const store = new Store({ encryptionKey: 'k' });
      store.set('b', '2');
      store.set({ c: '3', d: '4' });
    `);
    expect(fieldsOf(operations, 'storage.write', ...FIELDS)).toEqual([
      ['Capacitor Preferences', 'a', '1', expect.stringContaining('unknown')],
      ['a JSON file', 'b', '2', 'k'],
      ['a JSON file', 'c', '3', 'k'],
      ['a JSON file', 'd', '4', 'k'],
    ]);
  });

  it('are files, of Node.js where the project has Electron', () => {
    const text = `
      import { File, writeAsStringAsync } from 'expo-file-system';
      import RNFS from 'react-native-fs';
      import fs from 'node:fs';
      writeAsStringAsync('a', '1');
      new File(directory, 'b').write('2');
      RNFS.writeFile('c', '3');
      fs.writeFileSync('d', '4');
      fs.promises.writeFile('e', '5');
    `;
    const written = (versions: Record<string, string>) => fieldsOf(operationsIn(text, { versions }), 'storage.write', 'key', 'value');
    expect(written({})).toEqual([['a', '1'], ['b', '2'], ['c', '3']]);
    expect(written({ electron: '35.0.0' })).toEqual([['a', '1'], ['b', '2'], ['c', '3'], ['d', '4'], ['e', '5']]);
  });
});

describe('keystores', () => {
  it('say when their entries can be read, and where else', () => {
    const operations = operationsIn(`
      import * as SecureStore from 'expo-secure-store';
      import { setGenericPassword, setInternetCredentials } from 'react-native-keychain';
      import { safeStorage } from 'electron';
      SecureStore.setItemAsync('a', value);
      SecureStore.setItem('a', value, { keychainAccessible: SecureStore.ALWAYS });
      setGenericPassword('user', value, { cloudSync: true });
      setInternetCredentials('host', 'user', value);
      safeStorage.setUsePlainTextEncryption(true);
    `);
    const none: unknown = expect.stringContaining('unknown');
    expect(fieldsOf(operations, 'keystore.use', 'accessible', 'cloudSync', 'plainText')).toEqual([
      ['WHEN_UNLOCKED', none, none],
      ['expo-secure-store:ALWAYS', none, none],
      ['AFTER_FIRST_UNLOCK', true, none],
      ['AFTER_FIRST_UNLOCK', false, none],
      [none, none, true],
    ]);
  });
});
