import { words } from '../../domain/words.js';
import { piiKind } from '../../domain/names.js';
import type { Evaluator } from '../evaluate/evaluate.js';
import { alternatives, type External, type InstanceValue, type Param, type Unknown, type Value } from '../evaluate/values.js';
import type { Place } from '../finding.js';
import { lastName, lastSourceName, namesOf } from '../naming.js';
import type { RuleContext } from '../rule.js';
import { claimsOf } from './claims.js';
import { resultOf } from './results.js';

/** An object that a payload takes over with all the fields that it has. */
export interface WholeRecord {
  /** In the words of a message: `the \`User\` entity (12 fields, with \`passwordHash\`)`. */
  readonly what: string;
  readonly at: Place;
  readonly value: Value;
}

/** Decorators of classes that are tables or collections (TypeORM, MikroORM, sequelize-typescript, @nestjs/mongoose, Typegoose). */
const ENTITY_DECORATORS = new Set(['Entity', 'ChildEntity', 'Table', 'Schema', 'modelOptions']);
/** Methods by which an object model gives a record as a plain object (Mongoose, Sequelize, MikroORM). */
const PLAIN_COPIES = new Set(['toJSON', 'toObject', 'toPOJO']);
/** Members that hold all the columns of a record (Sequelize, Mongoose). */
const COLUMN_HOLDERS = new Set(['dataValues', '_doc']);
/** Queries for one record of Prisma, Mongoose, Sequelize, TypeORM and Mongo's driver. */
const QUERY = /\.(?:find(?:One|Unique|First|ById|ByPk)\w*|create)\(\)$/;
/** Options of queries that choose columns. */
const CHOICES = ['select', 'attributes', 'projection', 'fields', 'omit'];
const REQUEST_BODY = /(?:^|[.#])(?:Request#|request|req)\.body$/;
/** What people are called who have an account. */
const PEOPLE = new Set(['user', 'account', 'member', 'customer', 'employee', 'admin', 'administrator', 'student', 'teacher', 'patient', 'seller', 'driver']);
/** Words of names and types of objects that are made for a purpose, so that they hold what it takes. */
const MADE_FOR_IT = new Set(['payload', 'claims', 'claim', 'token', 'jwt', 'dto', 'session', 'principal', 'identity', 'info', 'data', 'safe', 'public', 'view', 'pick', 'omit']);
/** More than that are not a handful of claims. */
const MANY_FIELDS = 8;

/**
 * Records that a payload is, spreads or has as a claim, and that nobody chose the fields of. What a parameter holds another
 * file may say, so that what a name or a type tells of it counts only with the whole project at hand.
 */
export function wholeRecords(context: Pick<RuleContext, 'evaluator' | 'wholeProject'>, payload: Value): WholeRecord[] {
  return alternatives(payload).flatMap(({ value }) => {
    if (value.kind !== 'object') return recordIn(context, value);
    const parts = [...(value.open ?? []), ...value.members.values()];
    return parts.flatMap((part) => alternatives(part).flatMap(({ value: one }) => recordIn(context, one)));
  });
}

function recordIn({ evaluator, wholeProject }: Pick<RuleContext, 'evaluator' | 'wholeProject'>, value: Value): WholeRecord[] {
  if (namesOf(value).some(isMadeForIt)) return [];
  const what = certainRecord(value) ?? (wholeProject ? likelyRecord(evaluator, value) : undefined);
  return what === undefined ? [] : [{ what, at: value.via?.place ?? value.at, value }];
}

function certainRecord(value: Value): string | undefined {
  if (value.kind !== 'external') return undefined;
  if (REQUEST_BODY.test(value.path)) return 'the body of the request';
  const [name] = namesOf(value);
  return isQueried(value) ? `the database record${name === undefined ? '' : ` \`${name}\``}` : undefined;
}

function likelyRecord(ev: Evaluator, value: Value): string | undefined {
  if (value.kind === 'instance') return entity(ev, value);
  if (value.kind !== 'param' && value.kind !== 'unknown' && value.kind !== 'external') return undefined;
  const [name = ''] = namesOf(value);
  if (COLUMN_HOLDERS.has(name)) return `\`${name}\`, all columns of a database record,`;
  return plainCopy(ev, value) ?? person(ev, value);
}

function entity(ev: Evaluator, instance: InstanceValue): string | undefined {
  const { class: { name, decorators = [] }, module } = instance.class;
  const isTable = decorators.some((one) => ENTITY_DECORATORS.has(lastSourceName(one.kind === 'call' ? one.callee : one, module) ?? ''));
  const fields = claimsOf(ev, instance).filter((claim) => claim.name === claim.path).map((claim) => claim.name);
  if ((!isTable && fields.length <= MANY_FIELDS) || (name !== undefined && isMadeForIt(name))) return undefined;
  const [credential] = fields.filter((field) => piiKind(field) === 'credential');
  const called = name === undefined ? 'an instance' : `the \`${name}\` ${isTable ? 'entity' : 'object'}`;
  return `${called} (${fields.length} fields${credential === undefined ? '' : `, with \`${credential}\``})`;
}

/** Whether a library's call gives a record with all its columns. */
function isQueried({ path, call, package: name }: External): boolean {
  if (call === undefined || name === 'global' || name.startsWith('node:') || !QUERY.test(path)) return false;
  const [filter, ...further] = call.args;
  return further.length === 0 && !(filter?.kind === 'object' && (filter.open !== undefined || CHOICES.some((choice) => filter.members.has(choice))));
}

function plainCopy(ev: Evaluator, { at }: Value): string | undefined {
  const call = ev.project.module(at.file)?.sites.calls.find(({ range }) => range[0] === at.range[0] && range[1] === at.range[1]);
  if (call?.callee.kind !== 'member' || typeof call.callee.property !== 'string' || !PLAIN_COPIES.has(call.callee.property)) return undefined;
  const owner = lastName(call.callee.object);
  return owner === undefined || isMadeForIt(owner) ? undefined : `\`${owner}.${call.callee.property}()\``;
}

/** What a variable is called that holds a person, unless its type says otherwise or it is what a token said. */
function person(ev: Evaluator, value: Param | Unknown | External): string | undefined {
  const type = value.kind === 'param' ? value.function.params[value.index]?.type?.name : undefined;
  if (type !== undefined && isMadeForIt(type)) return undefined;
  if (resultOf(ev, value, 'token.verify') !== undefined || resultOf(ev, value, 'token.decode') !== undefined) return undefined;
  const name = variablesOf(value).find((one) => PEOPLE.has(words(one).at(-1) ?? ''));
  return name === undefined ? undefined : `\`${name}\``;
}

/** The variables that a value goes through before it is a member of something. */
function variablesOf(value: Value): string[] {
  const names: string[] = [];
  for (let hop = value.via; hop !== undefined && hop.member === undefined; hop = hop.next) if (hop.name !== undefined) names.push(hop.name);
  return names;
}

function isMadeForIt(name: string): boolean {
  return words(name).some((word) => MADE_FOR_IT.has(word));
}
