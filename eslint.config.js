import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';
import authlint from './dist/src/eslint/plugin.js';

export default defineConfig(
  globalIgnores(['dist', 'fixtures', 'coverage']),
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  authlint.configs.strict,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['eslint.config.js'] } } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': ['error', { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true }],
      // A mapped type over a union is no index signature.
      '@typescript-eslint/consistent-indexed-object-style': 'off',
      '@typescript-eslint/dot-notation': ['error', { allowIndexSignaturePropertyAccess: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
    },
  },
  {
    // The compiler's flags are sets of bits, and comparing a masked one with a flag is what they are for.
    files: ['src/frontends/tsmorph/**'],
    rules: { '@typescript-eslint/no-unsafe-enum-comparison': 'off' },
  },
  {
    // Node types are strings in every ESTree (the enum that types them would have to be loaded), and parsers leave out
    // what the types promise.
    files: ['src/frontends/estree/**'],
    rules: { '@typescript-eslint/no-unsafe-enum-comparison': 'off', '@typescript-eslint/no-unnecessary-condition': 'off' },
  },
);
