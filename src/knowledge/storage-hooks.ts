import type { FieldModel, OperationModel } from './model.js';

/** A function whose first two arguments are the key and what is kept until something else is; the third may be the store. */
export function keeping(path: string, store: FieldModel): OperationModel<'state.persist'> {
  return { kind: 'state.persist', path, fields: { store, key: { from: { arg: 0 } }, state: { from: { arg: 1 } } } };
}

export const LOCAL: FieldModel = { from: { always: 'localStorage' } };
export const SESSION: FieldModel = { from: { always: 'sessionStorage' } };
export const GIVEN: FieldModel = { from: { arg: 2 }, default: 'localStorage' };
