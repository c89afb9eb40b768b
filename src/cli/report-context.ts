import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { rules } from '../../rules/index.js';
import { gitRoot } from '../packages/boundary.js';
import { packageInfo } from '../packages/own.js';
import { displayPath } from '../packages/paths.js';
import type { ReportContext } from '../report/index.js';
import type { RuleMeta } from '../scanner/types.js';

/**
 * What reports need beyond the result of a scan that ran in `cwd` (absolute). Outside a git repository, its root is the
 * working directory.
 */
export function reportContext(cwd: string, colors: boolean): ReportContext {
  const tool = packageInfo();
  const root = gitRoot(cwd) ?? cwd;
  return {
    tool,
    colors,
    pagePath: (docs) => displayPath(join(tool.directory, docs), cwd),
    repositoryPath: (file) => displayPath(resolve(cwd, file), root),
    rules: () =>
      rules
        .map(({ meta }) => ({ ...meta, page: pageOf(meta, tool.directory) }))
        .sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** Tools that make an installation smaller remove Markdown files; that must not cost the report. */
function pageOf({ id, description }: RuleMeta, directory: string): string {
  try {
    return readFileSync(join(directory, 'rules', `${id}.md`), 'utf8').replace(/^\uFEFF/, '').replaceAll('\r\n', '\n');
  } catch {
    return `# ${id}\n\n${description}.\n`;
  }
}
