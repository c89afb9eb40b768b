import { analyse } from '../analysis/analyse.js';
import { hasVocabulary } from '../knowledge/gate.js';
import { defaultPolicy } from '../policy/policy.js';
import { rules } from '../../rules/index.js';
import type { Engine } from './pipeline.js';

/** What a scan runs: every rule, with the limits that hold by default. */
export const engine: Engine = {
  rules,
  policy: defaultPolicy,
  hasVocabulary,
  analyse,
  loadParser: async () => (await import('../frontends/sfc/parse.js')).parseModule,
};
