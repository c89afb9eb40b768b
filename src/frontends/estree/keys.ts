import type { TSESTree } from '@typescript-eslint/utils';
import { computedKey, namedKey, type MemberKey } from '../../ir/build.js';
import { numericKey } from '../../ir/text.js';
import { expression } from './expressions.js';
import { rangeOf } from './position.js';

/** The name that an identifier, a private name or a literal gives to a member. */
export function literalKey(key: TSESTree.Node): string | undefined {
  switch (key.type) {
    case 'Identifier':
      return key.name;
    case 'PrivateIdentifier':
      return `#${key.name}`;
    case 'Literal':
      return typeof key.value === 'string' ? key.value : numericKey(key.raw);
    default:
      return undefined;
  }
}

/** The key of a property, a method or a pattern: a name, or what computes it. */
export function memberKey(
  key: TSESTree.Expression | TSESTree.PrivateIdentifier,
  computed: boolean,
  text: string,
): MemberKey {
  const name = computed ? undefined : literalKey(key);
  return name === undefined ? computedKey(expression(key, text)) : namedKey(rangeOf(key), name);
}
