import type { JsxElement, Range } from '../../ir/types.js';
import { evaluateBinding } from '../evaluate/bindings.js';
import type { Context, Evaluator } from '../evaluate/evaluate.js';
import { readMember } from '../evaluate/members.js';
import type { Module } from '../evaluate/module.js';
import { draftOf, objectOf, spreadInto } from '../evaluate/spread.js';
import { known, unknown, type Value } from '../evaluate/values.js';

/** The name under which an element's component was exported. */
export function componentName({ name = '' }: JsxElement, module: Module): string {
  if (name.includes('.')) return name.slice(name.lastIndexOf('.') + 1);
  const declaration = module.scopes.module.lookup(name)?.declarations[0];
  return declaration?.kind === 'import' ? declaration.specifier.imported : name;
}

/** The component that an element renders, where the module imports it or declares it at its top. */
export function componentValue(ev: Evaluator, node: JsxElement, context: Context): Value {
  const { module } = context;
  const place = module.place(componentRange(node));
  const [first = '', ...members] = (node.name ?? '').split('.');
  const binding = module.scopes.module.lookup(first);
  if (binding === undefined) return unknown(place, 'a component of nowhere');
  const component = evaluateBinding(ev, binding, context, undefined);
  return members.reduce((object, name) => readMember(ev, object, name, { node: place, key: place }), component);
}

/** The only argument of a component: an object of the attributes, in which later ones win. Children are left out. */
export function elementArguments(ev: Evaluator, { attributes, range }: JsxElement, context: Context): Value {
  const draft = draftOf();
  for (const attribute of attributes) {
    if (attribute.kind === 'spread') {
      spreadInto(draft, ev.evaluate(attribute.value, context));
      continue;
    }
    const place = context.module.place(attribute.range);
    draft.members.set(attribute.name, attribute.value === undefined ? known(place, true) : ev.evaluate(attribute.value, context));
    draft.keys.set(attribute.name, place);
  }
  return objectOf(draft, context.module.place(range));
}

/** Where the component's name stands: right behind the bracket. */
export function componentRange({ name = '', range: [start] }: JsxElement): Range {
  return [start + 1, start + 1 + name.length];
}
