import type { LibraryModel } from './model.js';

/** Settings of `registerAs` and `load` go before the environment's variables (@nestjs/config 4.0.4 dist/config.service.js, `get`). */
export const nestConfig = {
  name: '@nestjs/config',
  packages: ['@nestjs/config'],
  vocabulary: ['registerAs(', 'ConfigModule.forRoot('],
  operations: [],
  environmentReads: [
    { path: 'ConfigService#.get', fallback: { arg: 1 }, registered: ['settings'] },
    { path: 'ConfigService#.getOrThrow', fallback: { arg: 1 }, registered: ['settings'], required: true },
  ],
  // `@Inject(settings.KEY) settings: ConfigType<typeof settings>`
  injectionKeys: ['registerAs().KEY'],
  registrations: {
    settings: [
      { path: 'registerAs', options: [{ arg: 1, under: 0 }] },
      { path: 'ConfigModule.forRoot', options: [{ arg: 0, path: 'load' }] },
    ],
  },
} satisfies LibraryModel;
