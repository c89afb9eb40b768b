import type { LibraryModel } from './model.js';

/** Settings of `registerAs` and `load` go before the environment's variables (@nestjs/config 4.0.4 dist/config.service.js, `get`). */
export const nestConfig = {
  name: '@nestjs/config',
  packages: ['@nestjs/config'],
  everyday: ['@nestjs/config'],
  vocabulary: ['registerAs(', 'ConfigModule.forRoot('],
  operations: [],
  environmentReads: [
    { path: 'ConfigService#.get', fallback: { arg: 1 }, registered: ['settings'], schemas: ['schemas'] },
    { path: 'ConfigService#.getOrThrow', fallback: { arg: 1 }, registered: ['settings'], schemas: ['schemas'], required: true },
  ],
  // `@Inject(settings.KEY) settings: ConfigType<typeof settings>`, `JwtModule.registerAsync(settings.asProvider())`
  injectionKeys: ['registerAs().KEY', 'registerAs().asProvider()'],
  registrations: {
    settings: [
      { path: 'registerAs', options: [{ arg: 1, under: 0 }] },
      { path: 'ConfigModule.forRoot', options: [{ arg: 0, path: 'load' }] },
    ],
    schemas: [{ path: 'ConfigModule.forRoot', options: [{ arg: 0, path: 'validationSchema' }, { arg: 0, path: 'validate' }] }],
  },
} satisfies LibraryModel;
