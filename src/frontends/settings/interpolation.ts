import type { Setting } from '../../ir/settings.js';

/** `${NAME:-value}` and `${NAME-value}`, as a whole; a value that has a variable of its own is none. */
const WITH_DEFAULT = /^\$\{(\w+):?-([^${}]*)\}$/;

/** A setting that takes a variable and has a value for the case that it is not set: that value. */
export function withFallback(setting: Setting): Setting {
  const [, fallbackOf, value] = WITH_DEFAULT.exec(setting.value) ?? [];
  return fallbackOf === undefined || value === undefined ? setting : { ...setting, value, fallbackOf };
}
