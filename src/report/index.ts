import { github } from './github.js';
import { json } from './json.js';
import { pretty } from './pretty.js';
import { sarif } from './sarif.js';
import type { Reporter } from './types.js';

export type { ReportContext, Reporter, RuleDescription } from './types.js';

/** Reporters by the name that `--format` takes. */
export const reporters = { pretty, json, sarif, github } as const satisfies Record<string, Reporter>;
