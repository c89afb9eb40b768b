import { JSONWEBTOKEN_FACTS } from './jsonwebtoken.js';
import type { LibraryModel } from './model.js';
import { MISTAKEN_FOR_JSONWEBTOKEN, switchedOffChecks, unknownOptions } from './verify-options.js';

const SIGN = ['JwtService#.sign', 'JwtService#.signAsync'];
const VERIFY = ['JwtService#.verify', 'JwtService#.verifyAsync'];

/** What a call says goes before what the module was registered with (`mergeJwtOptions`, @nestjs/jwt 11.0.2 dist/jwt.service.js). */
function signOption(path: string): readonly [{ readonly arg: 1; readonly path: string }, { readonly registered: 'module'; readonly path: string }] {
  return [{ arg: 1, path }, { registered: 'module', path: `signOptions.${path}` }];
}

function verifyOption(path: string): readonly [{ readonly arg: 1; readonly path: string }, { readonly registered: 'module'; readonly path: string }] {
  return [{ arg: 1, path }, { registered: 'module', path: `verifyOptions.${path}` }];
}

/** Everything else is jsonwebtoken's: 8 up to @nestjs/jwt 9, 9 from 10 on (package.json of 9.0.0, 10.0.0 and 11.0.2). */
export const nestJwt = {
  name: '@nestjs/jwt',
  packages: ['@nestjs/jwt'],
  operations: [
    {
      kind: 'token.issue',
      path: SIGN,
      fields: {
        payload: { from: { arg: 0 } },
        subject: { from: [...signOption('subject'), { arg: 0, path: 'sub' }] },
        key: {
          from: [
            { arg: 1, path: 'secret' }, { registered: 'module', path: 'secret' },
            { arg: 1, path: 'privateKey' }, { registered: 'module', path: 'privateKey' },
          ],
        },
        algorithm: { from: [...signOption('header.alg'), ...signOption('algorithm')], default: 'HS256' },
        lifetime: {
          from: [
            { arg: 1, path: 'expiresIn', duration: 'jsonwebtoken' },
            { arg: 0, path: 'exp', duration: 'epoch' },
            { registered: 'module', path: 'signOptions.expiresIn', duration: 'jsonwebtoken' },
          ],
        },
        issuer: { from: [...signOption('issuer'), { arg: 0, path: 'iss' }] },
        audience: { from: [...signOption('audience'), { arg: 0, path: 'aud' }] },
        encrypted: { from: { always: false } },
        insecureKeySizes: { from: signOption('allowInsecureKeySizes') },
      },
      facts: { countsFromIat: true },
    },
    {
      kind: 'token.verify',
      path: VERIFY,
      fields: {
        token: { from: { arg: 0 } },
        key: {
          from: [
            { arg: 1, path: 'secret' }, { registered: 'module', path: 'secret' },
            { arg: 1, path: 'publicKey' }, { registered: 'module', path: 'publicKey' },
          ],
        },
        algorithms: { from: verifyOption('algorithms') },
        withoutAlgorithms: { from: [], default: [{ versions: '<10', value: 'unsigned' }, { versions: '*', value: 'key' }] },
        ignoreExpiration: { from: verifyOption('ignoreExpiration') },
        ignoreNotBefore: { from: verifyOption('ignoreNotBefore') },
        issuer: { from: verifyOption('issuer') },
        audience: { from: verifyOption('audience') },
        clockTolerance: { from: verifyOption('clockTolerance').map((source) => ({ ...source, duration: 'seconds' })) },
        currentDate: { from: verifyOption('clockTimestamp') },
        maxAge: { from: verifyOption('maxAge').map((source) => ({ ...source, duration: 'jsonwebtoken' })) },
        insecureKeySizes: { from: verifyOption('allowInsecureKeySizes') },
      },
      facts: { ...JSONWEBTOKEN_FACTS, confusesKeys: '<10' },
      result: { refusal: 'throws', promise: ['verifyAsync'] },
      ineffective: [
        ...unknownOptions({ arg: 1 }, MISTAKEN_FOR_JSONWEBTOKEN),
        ...switchedOffChecks((path) => ({ arg: 1, path })),
        ...switchedOffChecks((path) => ({ registered: 'module', path: `verifyOptions.${path}` })),
        {
          option: { registered: 'module', path: 'signOptions.algorithm' },
          unless: { from: verifyOption('algorithms') },
          effect: 'issuing',
          because: 'verifies with `verifyOptions` alone, which name no `algorithms`',
          instead: 'Name the algorithm there as well',
        },
      ],
    },
    {
      kind: 'secret.use',
      path: ['JwtModule.register', 'JwtModule.registerAsync'],
      fields: { secret: { from: { registered: 'module', path: 'secret' } }, purpose: { from: { always: 'token' } } },
    },
    { kind: 'token.decode', path: 'JwtService#.decode', fields: { token: { from: { arg: 0 } } } },
  ],
  registrations: {
    module: [
      { path: 'JwtModule.register', options: [{ arg: 0 }], serves: { listedIn: 'imports', classes: ['providers', 'controllers'] } },
      {
        path: 'JwtModule.registerAsync',
        options: [
          { arg: 0, path: 'useFactory', inject: 'inject' },
          { arg: 0, path: 'useClass', method: 'createJwtOptions' },
          { arg: 0, path: 'useExisting', method: 'createJwtOptions' },
        ],
        serves: { listedIn: 'imports', classes: ['providers', 'controllers'] },
      },
      { path: 'JwtService', options: [{ arg: 0 }], makes: true },
    ],
  },
} satisfies LibraryModel;
