import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { packageInfo } from '../packages/own.js';

const { directory } = packageInfo();

/** The rule's page in the installed package, so that an editor opens it offline. */
export function pageUrl(ruleId: string): string {
  return pathToFileURL(join(directory, 'rules', `${ruleId}.md`)).href;
}
