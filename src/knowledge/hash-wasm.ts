import type { LibraryModel, OperationModel } from './model.js';

function argon2(type: 'argon2i' | 'argon2d' | 'argon2id'): OperationModel<'password.hash'> {
  return {
    kind: 'password.hash',
    path: type,
    fields: {
      password: { from: { arg: 0, path: 'password' } },
      algorithm: { from: { always: type } },
      memory: { from: { arg: 0, path: 'memorySize' } },
      passes: { from: { arg: 0, path: 'iterations' } },
      parallelism: { from: { arg: 0, path: 'parallelism' } },
      salt: { from: { arg: 0, path: 'salt' } },
    },
  };
}

/**
 * Every option has to be given, and every call gives a promise (hash-wasm 4.13.0 dist/lib/{argon2,bcrypt,scrypt}.d.ts):
 * `memorySize` in KiB, bcrypt's `costFactor` as a power of two, scrypt's as N.
 */
export const hashWasm = {
  name: 'hash-wasm',
  packages: ['hash-wasm'],
  operations: [
    argon2('argon2i'),
    argon2('argon2d'),
    argon2('argon2id'),
    {
      kind: 'password.hash',
      path: 'bcrypt',
      fields: {
        password: { from: { arg: 0, path: 'password' } },
        algorithm: { from: { always: 'bcrypt' } },
        cost: { from: { arg: 0, path: 'costFactor' } },
        salt: { from: { arg: 0, path: 'salt' } },
      },
    },
    {
      kind: 'password.hash',
      path: 'scrypt',
      fields: {
        password: { from: { arg: 0, path: 'password' } },
        algorithm: { from: { always: 'scrypt' } },
        cost: { from: { arg: 0, path: 'costFactor' } },
        parallelism: { from: { arg: 0, path: 'parallelism' } },
        salt: { from: { arg: 0, path: 'salt' } },
      },
    },
    {
      kind: 'password.verify',
      path: ['argon2Verify', 'bcryptVerify'],
      fields: { password: { from: { arg: 0, path: 'password' } }, hash: { from: { arg: 0, path: 'hash' } } },
      result: { refusal: 'falsy', promise: true },
    },
  ],
} satisfies LibraryModel;
