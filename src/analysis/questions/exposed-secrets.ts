import { isExposedSecretName } from '../../domain/setting-names.js';
import type { Place } from '../finding.js';
import type { RuleContext } from '../rule.js';

/** A variable that a bundler compiles into the browser's code and that is a secret by its name. */
export interface ExposedName {
  readonly name: string;
  /** Where the code reads it, or its name in a file of settings. */
  readonly at: Place;
}

/** Reads of such variables, whatever becomes of them, and the settings that give them values. */
export function* exposedNames({ modules, evaluator }: RuleContext): Iterable<ExposedName> {
  for (const module of modules) {
    for (const node of module.nodes) {
      if (node.kind !== 'member' || typeof node.property !== 'string' || !isExposedSecretName(node.property)) continue;
      const value = evaluator.evaluate(node, { module, frame: undefined });
      if (value.kind === 'env') yield value;
    }
  }
  for (const [file, { settings }] of evaluator.project.host.settings ?? []) {
    for (const { name, nameRange } of settings) if (isExposedSecretName(name)) yield { name, at: { file, range: nameRange } };
  }
}
