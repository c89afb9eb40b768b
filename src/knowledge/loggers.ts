import type { OperationModel } from './model.js';

/** What loggers call their levels. */
export const LOG_METHODS = [
  'trace', 'debug', 'verbose', 'silly', 'log', 'info', 'notice', 'http', 'success', 'warn', 'warning', 'error', 'fatal', 'critical',
] as const;

/** Calls of these loggers (paths from the package) write all that they are given. */
export function writes(loggers: readonly string[], methods: readonly string[] = LOG_METHODS): OperationModel<'log.write'> {
  const path = loggers.flatMap((logger) => methods.map((method) => (logger === '' ? method : `${logger}.${method}`)));
  return { kind: 'log.write', path, fields: { values: { from: { rest: 0 } }, redact: { from: [] } } };
}

/** Loggers whose children are made with `child`. */
export function withChildren(loggers: readonly string[]): readonly string[] {
  return loggers.flatMap((logger) => [logger, `${logger}.child()`]);
}
