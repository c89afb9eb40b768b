import type { EnvironmentSettings } from '../../knowledge/environment-model.js';
import type { Place } from '../finding.js';
import { lastName } from '../naming.js';
import { makerCall } from './chains.js';
import type { Evaluator } from './evaluate.js';
import { memberOf } from './members.js';
import { unknown, type External, type Value } from './values.js';

/**
 * A setting, or all of them without a name, of an object of settings that says of each which variable it is read from
 * (`convict({ jwt: { secret: { env: 'SECRET', default: '…' } } }).get('jwt.secret')`).
 */
export function describedSetting(ev: Evaluator, settings: EnvironmentSettings, callee: External, name: string | undefined, at: Place): Value | undefined {
  const maker = makerCall(callee);
  const described = maker?.args[0];
  if (maker === undefined || described?.kind !== 'object') return undefined;
  // What is loaded goes before the defaults, and a file's settings cannot be seen.
  if (maker.module.sites.calls.some((call) => settings.loading.includes(lastName(call.callee) ?? ''))) return undefined;
  const keys = name?.split('.') ?? [];
  return settingOf(ev, settings, keys.reduce((value: Value, key) => memberOf(ev, value, key, { node: at, key: at }), described));
}

function settingOf(ev: Evaluator, settings: EnvironmentSettings, described: Value): Value {
  if (described.kind !== 'object') return described;
  if (!described.members.has(settings.fallback)) {
    return { ...described, members: new Map([...described.members].map(([key, one]) => [key, settingOf(ev, settings, one)])) };
  }
  const member = (name: string): Value => memberOf(ev, described, name, { node: described.at, key: described.at });
  const fallback = converted(member(settings.fallback), member(settings.format));
  const variable = member(settings.variable);
  if (variable.kind === 'absent') return fallback;
  if (variable.kind !== 'known') return unknown(variable.at, 'a variable whose name is not known');
  const env = { kind: 'env', name: String(variable.value), at: described.at } as const;
  return fallback.kind === 'known' && fallback.value === null ? { ...env, required: true } : { ...env, fallback };
}

const CONVERTING = new Set(['duration', 'timestamp', 'int', 'integer', 'nat', 'port']);

/** Texts become numbers where the format says so. */
function converted(value: Value, format: Value): Value {
  const isText = value.kind === 'known' && typeof value.value === 'string';
  return isText && format.kind === 'known' && CONVERTING.has(String(format.value)) ? unknown(value.at, 'what a format converts') : value;
}
