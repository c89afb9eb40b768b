import type { Setting } from '../../ir/settings.js';
import type { YamlNode, YamlText } from './yaml.js';

/** Lists of lists, and pods in workloads in lists, are not nested more deeply. */
const MAX_DEPTH = 16;

/**
 * `stringData` and `data` of a Secret, `data` of a ConfigMap, and `env` of the containers of anything that runs them.
 * Secrets that are sealed, or come from elsewhere, are of other kinds.
 */
export function kubernetesSettings(yaml: YamlText): Setting[] {
  return [...yaml.roots()].flatMap((root) => objectSettings(yaml, root));
}

function objectSettings(yaml: YamlText, root: YamlNode): Setting[] {
  const kind = yaml.text(yaml.get(root, 'kind'));
  switch (kind) {
    case undefined:
      return [];
    case 'Secret':
      return [...dataSettings(yaml, yaml.get(root, 'stringData')), ...dataSettings(yaml, yaml.get(root, 'data')).flatMap(decoded)];
    case 'ConfigMap':
      return dataSettings(yaml, yaml.get(root, 'data'));
    case 'List':
      return yaml.items(yaml.get(root, 'items')).flatMap((item) => objectSettings(yaml, item));
    default:
      return containerSettings(yaml, yaml.get(root, 'spec'), 0);
  }
}

function dataSettings(yaml: YamlText, data: YamlNode): Setting[] {
  return [...yaml.pairs(data)].map(({ key, value }) => yaml.setting(key, value)).filter((setting) => setting !== undefined);
}

/** A value out of base64; nothing where it is none, or no text. */
function decoded(setting: Setting): Setting[] {
  const base64 = setting.value.replaceAll(/\s/g, '');
  if (!/^[\w+/-]*={0,2}$/.test(base64)) return [];
  const value = Buffer.from(base64, 'base64').toString('utf8');
  return value.includes('\uFFFD') ? [] : [{ ...setting, value: value.trimEnd(), base64: true }];
}

/** `env` of containers, wherever a workload has its pod. */
function containerSettings(yaml: YamlText, node: YamlNode, depth: number): Setting[] {
  if (depth > MAX_DEPTH) return [];
  const found: Setting[] = [];
  for (const { key, value } of yaml.pairs(node)) {
    if (key.value === 'containers' || key.value === 'initContainers') {
      for (const container of yaml.items(value)) found.push(...entries(yaml, yaml.get(container, 'env')));
    } else {
      found.push(...containerSettings(yaml, value, depth + 1));
    }
  }
  return found;
}

function entries(yaml: YamlText, env: YamlNode): Setting[] {
  return yaml.items(env).map((entry) => yaml.setting(yaml.get(entry, 'name'), yaml.get(entry, 'value'))).filter((setting) => setting !== undefined);
}
