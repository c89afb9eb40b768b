import type { SettingsIR, SettingsSource } from '../../ir/settings.js';
import { lineEnd } from '../../ir/text.js';
import type { Comment } from '../../ir/types.js';
import { composeSettings } from './compose.js';
import { parseDotenv } from './dotenv.js';
import { kubernetesSettings } from './kubernetes.js';
import { YamlText } from './yaml.js';

/** Reads the settings of a text; what is no valid YAML has none. */
export function parseSettings(source: SettingsSource, text: string): SettingsIR {
  const comments = directives(text);
  if (source === 'env') return { source, settings: parseDotenv(text), comments };
  const yaml = new YamlText(text);
  const settings = source === 'compose' ? composeSettings(yaml) : kubernetesSettings(yaml);
  return { source, settings, comments, ...(yaml.isPartial && { isPartial: true }) };
}

/** Comments that may suppress findings. */
function directives(text: string): Comment[] {
  return [...text.matchAll(/(?<=^|[ \t])#(?=[ \t]*[a-z]+-(?:disable|enable)\b)/gm)].map(({ index }) => {
    const end = lineEnd(text, index);
    return { type: 'line', text: text.slice(index + 1, end), range: [index, end] };
  });
}
