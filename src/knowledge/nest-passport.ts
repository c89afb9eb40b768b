import type { LibraryModel } from './model.js';

/** `PassportStrategy(Strategy)` is a subclass of the strategy: `super(options)` in a further one constructs it (LIBRARIES section 1.1). */
export const nestPassport = {
  name: '@nestjs/passport',
  packages: ['@nestjs/passport'],
  operations: [],
  transparent: { PassportStrategy: 0 },
} satisfies LibraryModel;
