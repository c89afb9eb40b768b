import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fixture, page, registered, ruleSource, silentFixture } from './templates.js';

/**
 * `npm run new-rule <id>`: writes a rule, its page and its fixtures into the working directory and registers the rule.
 * The fixture fails until the rule finds what it asks for.
 */
function main(id: string | undefined): number {
  if (id === undefined || !/^[a-z]+(?:-[a-z\d]+)+$/.test(id)) {
    console.error('usage: npm run new-rule <id>   (an id in lower case with hyphens, such as jwt-max-ttl)');
    return 2;
  }
  const files = {
    [`rules/${id}.ts`]: ruleSource(id),
    [`rules/${id}.md`]: page(id),
    [`fixtures/rules/${id}/missing.ts`]: fixture(id),
    [`fixtures/rules/${id}/looks-wrong-is-right.ts`]: silentFixture(),
  };
  const taken = Object.keys(files).filter((file) => existsSync(file));
  if (taken.length > 0) {
    console.error(`${taken.join(', ')}: there already`);
    return 1;
  }
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  const index = join('rules', 'index.ts');
  writeFileSync(index, registered(id, readFileSync(index, 'utf8')));
  console.log([...Object.keys(files), index].map((file) => `wrote ${file}`).join('\n'));
  console.log(`Next: npx vitest run -t ${id}`);
  return 0;
}

process.exitCode = main(process.argv[2]);
