import type { Setting } from '../../ir/settings.js';
import type { YamlNode, YamlText } from './yaml.js';

/** `services.*.environment` and `services.*.build.args` of a Compose file, as maps or lists. */
export function composeSettings(yaml: YamlText): Setting[] {
  return [...yaml.roots()].flatMap((root) =>
    [...yaml.pairs(yaml.get(root, 'services'))].flatMap(({ value: service }) =>
      [yaml.get(service, 'environment'), yaml.get(yaml.get(service, 'build'), 'args')].flatMap((node) => variables(yaml, node))));
}

function variables(yaml: YamlText, node: YamlNode): Setting[] {
  const named = [...yaml.pairs(node)].map(({ key, value }) => yaml.setting(key, value));
  const listed = yaml.items(node).map((item) => yaml.assignment(item));
  return [...named, ...listed].filter((setting) => setting !== undefined);
}
