import type { CallExpression, NewExpression } from '../../ir/types.js';
import type { IrNode } from '../../ir/walk.js';
import { INJECTION_KEYS, pluginRegistrationsFor, REGISTERING, registrationsFor, type LibraryRegistration } from '../../knowledge/index.js';
import type { RegistrationModel } from '../../knowledge/framework-model.js';
import type { LibraryModel } from '../../knowledge/model.js';
import type { Place } from '../finding.js';
import { lastName, lastSourceName } from '../naming.js';
import { callInfo, invokeFunction } from './calls.js';
import { makerCall } from './chains.js';
import type { Evaluator } from './evaluate.js';
import { memberOf } from './members.js';
import type { Module } from './module.js';
import { classAround, isOrHas, objectsListing } from './served-classes.js';
import { absent, alternatives, unknown, type CallInfo, type External, type Value } from './values.js';

/** A call that registers a part of a library. */
interface Registration extends LibraryRegistration {
  readonly node: CallExpression | NewExpression;
  readonly module: Module;
  readonly callee: External | undefined;
}

/** Who asks for what was registered. */
export interface Asking {
  /** The call of the operation, or the registration itself. */
  readonly node: IrNode;
  readonly module: Module;
  /** What is called; of the same application object as a registration, it is that one's. */
  readonly target: External;
}

/** The registrations in the files under analysis (`JwtModule.register(options)`, `fastify.register(plugin, options)`) and their options. */
export class Registrations {
  private found: readonly Registration[] | undefined;

  constructor(private readonly ev: Evaluator) {}

  /**
   * The options that count for whoever asks, one value for each registration that may be meant; none when none can be
   * seen. Where other files cannot be seen only a registration counts that is sure to be the one.
   */
  optionsFor(library: LibraryModel, name: string, asking: Asking): readonly Value[] {
    const all = this.all.filter((one) => one.library === library && one.name === name);
    const own = all.filter((one) => one.node === asking.node || isOfSameObject(one, asking.target) || this.serves(one, asking));
    const open = this.ev.project.host.importersOf === undefined ? [] : all.filter(({ model }) => !model.makes);
    return this.inNamespace(own.length > 0 ? own : open, asking).map((one) => this.options(one));
  }

  /** Of registrations under several namespaces those of the one that the path of what is called names, or those without one. */
  private inNamespace(all: readonly Registration[], { target: { path } }: Asking): readonly Registration[] {
    const names = new Map(all.map((one) => [one, this.namespace(one)]));
    const named = all.filter((one) => {
      const name = names.get(one);
      return name?.kind === 'known' && path.split('.').some((step) => step === name.value || step.startsWith(`${String(name.value)}Jwt`));
    });
    if (named.length > 0) return named;
    const plain = all.filter((one) => names.get(one)?.kind === 'absent');
    return plain.length > 0 ? plain : all;
  }

  private namespace({ model, node, module }: Registration): Value {
    const at = this.ev.calleePlace(node, module);
    return model.namespace === undefined ? absent(at) : this.source(callInfo(this.ev, node, { module, frame: undefined }), model.namespace, at);
  }

  /** The options of every registration of a name; for settings, which are looked up by their names. */
  allOptions(packageName: string, name: string): readonly Value[] {
    return this.all.filter((one) => one.name === name && one.library.packages.includes(packageName)).map((one) => this.options(one));
  }

  /** What a registration's call registers, whatever it is called there. */
  madeBy(node: Registration['node']): Value | undefined {
    const found = this.all.find((one) => one.node === node);
    return found && this.options(found, false);
  }

  /** What was registered under a token that stands for it (`settings.KEY`). */
  injected(token: Value): Value | undefined {
    if (token.kind !== 'external' || !INJECTION_KEYS.has(`${token.package}:${token.path}`)) return undefined;
    const made = makerCall(token);
    return made && this.madeBy(made.node);
  }

  private get all(): readonly Registration[] {
    if (this.found === undefined) {
      this.found = [];
      this.found = this.ev.project.candidateModules().flatMap((module) =>
        module.sites.calls.filter((node) => REGISTERING.has(lastSourceName(node.callee, module) ?? '')).flatMap((node) => this.registered(node, module)));
    }
    return this.found;
  }

  private registered(node: Registration['node'], module: Module): Registration[] {
    const context = { module, frame: undefined };
    const called = alternatives(this.ev.evaluate(node.callee, context)).map(({ value }) => value);
    const callee = called.find((value) => value.kind === 'external');
    const direct = callee === undefined ? [] : registrationsFor(callee.package, callee.path);
    const [first] = node.args;
    const plugin = first === undefined || first.kind === 'spread' || direct.length > 0 ? undefined : this.ev.evaluate(first, context);
    const given = plugin?.kind !== 'external' ? [] : pluginRegistrationsFor(lastName(node.callee) ?? '', plugin.package, plugin.path);
    return [...direct, ...given].map((registration) => ({ ...registration, node, module, callee }));
  }

  private options({ model, node, module }: Registration, named = true): Value {
    const at = this.ev.calleePlace(node, module);
    const info = callInfo(this.ev, node, { module, frame: undefined });
    for (const source of model.options) {
      const found = this.settled(this.source(info, source, at), source.method, at, this.givenTo(info, source, at));
      if (found.kind !== 'absent') return source.under === undefined || !named ? found : this.named(info, source.under, found, at);
    }
    return absent(at);
  }

  private source({ args, spread }: CallInfo, { arg, path }: RegistrationModel['options'][number], at: Place): Value {
    let value = args[arg] ?? (spread ? unknown(at, 'behind a spread argument') : absent(at));
    const registered = this.injected(value);
    if (registered !== undefined) return registered;
    for (const key of path?.split('.') ?? []) {
      if (value.kind === 'absent') return value;
      value = memberOf(this.ev, value, key, { node: value.at, key: value.at });
    }
    return value;
  }

  /** What a function that makes the options is given, as far as a list of what to inject says it. */
  private givenTo(info: CallInfo, { arg, inject }: RegistrationModel['options'][number], at: Place): (index: number) => Value {
    const list = inject === undefined ? undefined : this.source(info, { arg, path: inject }, at);
    return (index) => {
      const token = list?.kind === 'array' ? list.elements[index] : undefined;
      return (token && (this.injected(token) ?? instanceOf(token))) ?? unknown(at, 'given by the framework');
    };
  }

  /** What a function returns that makes the options, or a class's method; of a list, what all of them make. */
  private settled(value: Value, method: string | undefined, at: Place, argument: (index: number) => Value): Value {
    if (value.kind === 'function') {
      return invokeFunction(this.ev, value, { argument, rest: () => [], callee: at, depth: 1 });
    }
    if (value.kind === 'class' && method !== undefined) {
      const instance: Value = { kind: 'instance', class: value, at: value.at };
      return this.settled(memberOf(this.ev, instance, method, { node: value.at, key: value.at }), undefined, at, argument);
    }
    if (value.kind === 'array') return this.merged(value.elements.map((one) => this.settled(one, method, at, argument)), at);
    return value;
  }

  private merged(values: readonly Value[], at: Place): Value {
    const members = new Map(values.flatMap((one) => (one.kind === 'object' ? [...one.members] : [])));
    const hidden = values.filter((one) => one.kind !== 'object' || one.open !== undefined);
    return { kind: 'object', members, at, ...(hidden.length === 0 ? {} : { open: hidden }) };
  }

  private named({ args }: CallInfo, index: number, value: Value, at: Place): Value {
    const name = args[index];
    if (name?.kind !== 'known') return unknown(at, 'registered under a name that is not known');
    return { kind: 'object', members: new Map([[String(name.value), value]]), at };
  }

  /** Whether the object that a registration is listed in names the class that asks. */
  private serves({ model, node, module }: Registration, asking: Asking): boolean {
    if (model.serves === undefined) return false;
    const owner = classAround(asking.node, asking.module);
    if (owner === undefined) return false;
    const { listedIn, classes } = model.serves;
    const listed = objectsListing(node, listedIn, module).map((object) => this.ev.evaluate(object, { module, frame: undefined }));
    return listed.some((object) => classes.some((key) => {
      const list = memberOf(this.ev, object, key, { node: object.at, key: object.at });
      return list.kind === 'array' && list.elements.some((one) => isOrHas(one, owner));
    }));
  }
}

/** The instance of a library's class that is injected for it. */
function instanceOf(token: Value): Value | undefined {
  if (token.kind !== 'external' || !/(?:^|\.)[A-Z]\w*$/.test(token.path)) return undefined;
  return { kind: 'external', package: token.package, path: `${token.path}#`, receiver: token, at: token.at };
}

/** Whether a path starts at what a registration's call made, or at the application that something was registered with. */
function isOfSameObject({ node, callee }: Registration, target: External): boolean {
  const root = makerCall(target)?.node;
  return root !== undefined && (root === node || root === makerCall(callee)?.node);
}
