import { ts } from 'ts-morph';
import { computedKey, namedKey, type MemberKey } from '../../ir/build.js';
import { numericKey } from '../../ir/text.js';
import { expression } from './expressions.js';
import { rangeOf } from './position.js';

/** The name that an identifier, a private name or a literal gives to a member. */
export function literalKey(name: ts.Node, file: ts.SourceFile): string | undefined {
  if (ts.isIdentifier(name) || ts.isPrivateIdentifier(name) || ts.isStringLiteral(name)) return name.text;
  return ts.isNumericLiteral(name) || ts.isBigIntLiteral(name) ? numericKey(name.getText(file)) : undefined;
}

/** The key of a property, a method or a pattern: a name, or what computes it. */
export function memberKey(name: ts.PropertyName | ts.BindingName, file: ts.SourceFile): MemberKey {
  const expressionInBrackets = ts.isComputedPropertyName(name) ? name.expression : undefined;
  const literal = literalKey(name, file);
  if (literal !== undefined) return namedKey(rangeOf(name, file), literal);
  return computedKey(expression(expressionInBrackets ?? (name as ts.Expression), file));
}
