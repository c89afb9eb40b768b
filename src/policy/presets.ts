import { isAtLeast, type Confidence, type Severity } from '../domain/levels.js';

export const presets = ['recommended', 'strict', 'all'] as const;

/** `recommended`: certain and likely, warning and above; `strict` adds info; `all` adds what needs a human review. */
export type Preset = (typeof presets)[number];

interface Levels {
  readonly severity: Severity;
  readonly confidence: Confidence;
}

/** Whether a preset shows findings of this severity and confidence. */
export function reports(preset: Preset, { severity, confidence }: Levels): boolean {
  if (preset === 'all') return true;
  if (confidence === 'review') return false;
  return preset === 'strict' || isAtLeast(severity, 'warning');
}

/** Whether a preset shows any of a rule's messages. */
export function isInPreset(messages: Readonly<Record<string, Levels>>, preset: Preset): boolean {
  return Object.values(messages).some((message) => reports(preset, message));
}
