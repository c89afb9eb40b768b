import type { IneffectiveOption, OperationModel } from '../../knowledge/model.js';
import type { Place } from '../finding.js';
import { alternatives, type Value } from '../evaluate/values.js';
import { fieldValue, sourceValue, type FieldContext } from './fields.js';
import { holdsForAll, mayHold } from './versions.js';

/** An option that is given and does nothing, or less than it seems to. */
export interface Ineffective extends Pick<IneffectiveOption, 'effect' | 'because' | 'instead' | 'given'> {
  /** The option as messages say it: `jsonWebTokenOptions.audience`. */
  readonly name: string;
  /** Its name, where it is written. */
  readonly at: Place;
  readonly value: Value;
  /** The path of the option beside it that has the effect, and whether that takes a list. */
  readonly effective?: { readonly path: string; readonly asList: boolean };
  /** It may be effective in the version in use, which is not known well enough. */
  readonly maybe?: true;
}

/** The options of a call that do nothing, as far as they can be seen. */
export function ineffectiveOptions({ ineffective = [] }: OperationModel, field: FieldContext): Ineffective[] {
  return ineffective.flatMap((model) => {
    const { option, versions = '*', effect, given, because, instead } = model;
    if (!mayHold(field.version, versions)) return [];
    return givenOption(option, field)
      .filter(({ value }) => isIneffective(value, given) && !isEffectiveAfterAll(model, field))
      .map(({ at, value }) => ({
        name: option.path,
        at,
        value,
        because,
        instead,
        ...effectiveOption(model),
        ...(effect === undefined ? {} : { effect }),
        ...(given === undefined ? {} : { given }),
        ...(holdsForAll(field.version, versions) ? {} : { maybe: true }),
      }));
  });
}

/** What does what the option seems to do, where that is an option of the same argument. */
function effectiveOption({ option, effect, unless, asList }: IneffectiveOption): Pick<Ineffective, 'effective'> {
  const from = unless?.from;
  if (effect !== undefined || from === undefined || !('arg' in from) || !('arg' in option) || from.arg !== option.arg) return {};
  return from.path === undefined ? {} : { effective: { path: from.path, asList: asList === true } };
}

/** Where an object literal has the option: what is hidden in a spread is not known to be given. */
function givenOption({ path, ...whole }: IneffectiveOption['option'], field: FieldContext): { at: Place; value: Value }[] {
  const dot = path.lastIndexOf('.');
  const parent = sourceValue(dot === -1 ? whole : { ...whole, path: path.slice(0, dot) }, field);
  return alternatives(parent).flatMap(({ value: object }) => {
    const key = path.slice(dot + 1);
    const value = object.kind === 'object' ? object.members.get(key) : undefined;
    if (object.kind !== 'object' || value === undefined || value.kind === 'absent') return [];
    return [{ at: object.keys?.get(key) ?? value.at, value: value.via === undefined ? { ...value, via: object.via } : value }];
  });
}

/** Whether the value, or one of its alternatives, is of the kind that does nothing. */
function isIneffective(value: Value, given: IneffectiveOption['given']): boolean {
  return given === undefined || alternatives(value).some(({ value: one }) => isOfKind(one, given));
}

function isOfKind(value: Value, given: NonNullable<IneffectiveOption['given']>): boolean {
  switch (given) {
    case 'regexp':
      return value.kind === 'regexp';
    case 'text':
      return value.kind === 'text' || value.kind === 'env' || (value.kind === 'known' && typeof value.value === 'string');
    case 'empty':
      if (value.kind === 'env') return value.fallback === undefined || isOfKind(value.fallback, given);
      return value.kind === 'known' && !value.value;
  }
}

/** Said elsewhere as it should be; what cannot be told counts as said. */
function isEffectiveAfterAll({ unless }: IneffectiveOption, field: FieldContext): boolean {
  if (unless === undefined) return false;
  return alternatives(fieldValue({ from: unless.from }, field)).some(({ value }) => {
    if (value.kind === 'absent') return false;
    if (unless.has === undefined || value.kind !== 'array' || value.open) return true;
    return value.elements.some((element) => element.kind !== 'known' || element.value === unless.has);
  });
}
