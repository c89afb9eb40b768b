const secretWord = /SECRET|KEY|TOKEN|PASS|SALT/;
const secretVariable = /\b[A-Z0-9_]*(?:SECRET|KEY|TOKEN|PASS|SALT)[A-Z0-9_]*\b/g;

/**
 * Words of a text that may be environment variables with secrets (`JWT_SECRET`), without repetitions. Found by text
 * alone, for the question which files may check one at start-up.
 */
export function secretVariables(text: string): string[] {
  if (!secretWord.test(text)) return [];
  return [...new Set([...text.matchAll(secretVariable)].map(([name]) => name))];
}
