/** The name that a rule's module exports: `jwt-max-ttl` gives `jwtMaxTtl`. */
function exportName(id: string): string {
  return id.replaceAll(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}

/** A rule that finds nothing yet. */
export function ruleSource(id: string): string {
  return `import { judge } from '../src/analysis/judge.js';
import type { Problem, Rule, RuleContext } from '../src/analysis/rule.js';
import { traceOf } from '../src/analysis/trace.js';

type MessageId = 'missing';

export const ${exportName(id)}: Rule<MessageId> = {
  meta: {
    id: '${id}',
    description: 'One line that says what the code must do',
    scope: 'file',
    messages: {
      missing: {
        text: 'What was found. The computed fact. Why it matters. One action.',
        severity: 'warning',
        confidence: 'certain',
      },
    },
    standards: { cwe: [287] },
  },

  *check({ operationsOf }: RuleContext): Iterable<Problem<MessageId>> {
    for (const verify of operationsOf('token.verify')) {
      // Ask the field that the rule is about. Unknown is silent; a verdict on some of the values is only likely.
      const missing = judge(verify.token, (value) => value.kind === 'absent');
      if (missing === undefined) continue;
      const { culprit, confidence } = missing;
      yield { messageId: 'missing', at: culprit.at, trace: traceOf(verify, culprit), confidence };
    }
  },
};
`;
}

/** A page with every section. */
export function page(id: string): string {
  return `# ${id}

One sentence that says what the rule asks for.

## What it reports

What is reported, and what is not.

## Why

What an attacker gains.

## Examples

### Incorrect

\`\`\`ts
import jwt from 'jsonwebtoken';

export const read = (token: string, key: string) => jwt.verify(token, key);
\`\`\`

### Correct

\`\`\`ts
import jwt from 'jsonwebtoken';

export const read = (token: string, key: string) => jwt.verify(token, key, { algorithms: ['HS256'] });
\`\`\`

## Options

None.

## When not to use it

When the code is safe all the same.

## Standards

- CWE-287

## Related rules

None.
`;
}

/** Code that the rule must report. */
export function fixture(id: string): string {
  return `import jwt from 'jsonwebtoken';

export const read = (token: string, key: string) => jwt.verify(token, key); // want ${id}
`;
}

/** The correct code that looks most like the wrong code. */
export function silentFixture(): string {
  return `import jwt from 'jsonwebtoken';

export const read = (token: string, key: string) => jwt.verify(token, key, { algorithms: ['HS256'] });
`;
}

/** The text of \`rules/index.ts\` with one rule more, sorted by id. */
export function registered(id: string, index: string): string {
  const imports = [...index.matchAll(/^import \{ (\w+) \} from '\.\/([\w-]+)\.js';$/gm)];
  const known = new Map(imports.map(([, name = '', rule = '']) => [rule, name]));
  known.set(id, exportName(id));
  const sorted = [...known].sort(([a], [b]) => (a < b ? -1 : 1));
  return `import type { Rule } from '../src/analysis/rule.js';
${sorted.map(([rule, name]) => `import { ${name} } from './${rule}.js';`).join('\n')}

/** Every rule, by id. */
export const rules: readonly Rule[] = [
${sorted.map(([, name]) => `  ${name},`).join('\n')}
];
`;
}
