import type { OperationFacts, OperationFields, OperationKind } from '../../domain/operations.js';
import type { FieldModel } from '../../knowledge/model.js';
import type { IrNode } from '../../ir/walk.js';
import type { CallSite } from './callsites.js';
import type { CheckResult } from './check-results.js';
import type { Place, TraceStep } from '../finding.js';
import type { Frame } from '../evaluate/frame.js';
import type { Ineffective } from './ineffective.js';
import type { Module } from '../evaluate/module.js';
import type { Value } from '../evaluate/values.js';

/** A call of the wrapper that an operation stands in. */
export interface Caller extends TraceStep, CallSite {}

export interface OperationBase<Kind extends OperationKind = OperationKind> {
  readonly kind: Kind;
  /** The library's name as messages say it. */
  readonly library: string;
  /** Its version for this code as far as known: exact, or a range. */
  readonly version?: string | undefined;
  /** The call (its callee's last name), or the assigned member. */
  readonly at: Place;
  readonly node: IrNode;
  readonly module: Module;
  /** The wrapper's call, when the operation stands in a function of the project that takes part of it as arguments. */
  readonly frame?: Frame | undefined;
  /** Call sites from the wrapper outwards. */
  readonly callers: readonly Caller[];
  /** The same operation as it was before the outermost of these calls gave its arguments. */
  readonly inner?: Operation | undefined;
  /** The receiver is known by name and position only. */
  readonly likely?: true;
  /** What knowledge says of the call beside its fields. */
  readonly facts: OperationFacts;
  /** What a check gives back to its caller. */
  readonly result?: CheckResult | undefined;
  /** Options that are given and do nothing. */
  readonly ineffective?: readonly Ineffective[];
  /** Where the fields' values stand in the call, as far as they do; what edits need to know. */
  readonly sources?: Readonly<Record<string, FieldModel>>;
}

export type OperationOf<Kind extends OperationKind> = OperationBase<Kind> & {
  readonly [Field in OperationFields[Kind]]: Value;
};

export type Operation = { [Kind in OperationKind]: OperationOf<Kind> }[OperationKind];

export type { OperationFields, OperationKind };
