import type { IneffectiveOption } from './model.js';

/** Where the verification's options stand. */
type Options = { readonly arg: number } | { readonly maker: number };

/** Names that users of jsonwebtoken's options mistake for those that verification has (9.0.2 verify.js). */
export const MISTAKEN_FOR_JSONWEBTOKEN = {
  algorithm: 'algorithms', alg: 'algorithms', aud: 'audience', iss: 'issuer', allowedAud: 'audience', allowedIss: 'issuer',
} as const;

/**
 * Names that are right for claims, for issuing or for another library, and that a verification knows nothing of.
 *
 * @param names wrong name → right name; a wrong name counts only where the right one is not given as well
 */
export function unknownOptions(options: Options, names: Readonly<Record<string, string>>): IneffectiveOption[] {
  return Object.entries(names).map(([wrong, right]) => ({
    option: { ...options, path: wrong },
    unless: { from: { ...options, path: right } },
    ...(right === 'algorithms' ? { asList: true } : {}),
    because: 'knows no such option for verification, so that nothing is checked',
    instead: right === 'algorithms' ? 'Give a list as `algorithms`' : `Name it \`${right}\``,
  }));
}

/**
 * Checks of jsonwebtoken, and of whatever hands its options on, that a value switches off without a word: anything falsy,
 * and for the issuer whatever is neither text nor a list (8.5.1 and 9.0.2 verify.js, `if (options.audience)`).
 */
export function switchedOffChecks(option: (name: string) => IneffectiveOption['option']): IneffectiveOption[] {
  const empty = ['audience', 'issuer'].map((name): IneffectiveOption => ({
    option: option(name),
    given: 'empty',
    because: `does not check the ${name} then, and says nothing`,
    instead: 'Stop at start-up when it is not configured',
  }));
  const pattern: IneffectiveOption = {
    option: option('issuer'),
    given: 'regexp',
    because: 'compares the issuer with a text or a list only, and accepts every issuer here',
    instead: 'Give the issuers as a list',
  };
  return [...empty, pattern];
}
