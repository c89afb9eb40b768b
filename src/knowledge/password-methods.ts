import type { LibraryModel } from './model.js';

/** What models call the method that compares a password with their hash: its callers name no library. */
export const passwordMethods = {
  name: 'password methods of models',
  packages: ['global'],
  vocabulary: [
    '.comparePassword(', '.matchPassword(', '.matchesPassword(', '.isPasswordMatch(', '.verifyPassword(', '.validatePassword(', '.checkPassword(',
    '.isValidPassword(', '.isCorrectPassword(', '.correctPassword(',
  ],
  operations: [],
} satisfies LibraryModel;
