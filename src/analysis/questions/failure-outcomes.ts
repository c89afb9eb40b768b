import { isStrangerName } from '../../domain/guard-names.js';
import type { AssignExpression, CallExpression, Expression, ObjectExpression, Statement } from '../../ir/types.js';
import type { IrNode } from '../../ir/walk.js';
import type { Analysis } from '../analyse.js';
import { exits } from '../evaluate/order.js';
import { lastName } from '../naming.js';
import { arrivals, isReturnValue } from '../operations/value-flow.js';
import { allParts, isLogging, isNext, isNothing, ownParts, type FailureBranch } from './failure-branches.js';
import { principalOf } from './principals.js';

/**
 * What comes of a failed verification: the request `goesOn`; the function says `yes`; unverified `claims` or a made-up
 * `user` are who the request is from; or there is `nothing`, as without a token.
 */
export interface Outcome {
  readonly kind: 'goesOn' | 'yes' | 'claims' | 'user' | 'nothing';
  /** What does it. */
  readonly node: Expression | Statement;
}

/** A step that leads on, or one after which nobody can tell, or that refuses. */
type Step = Outcome | 'on' | 'stop';

/** Members that say that all is well. */
const SUCCESS = new Set(['valid', 'ok', 'success', 'authenticated', 'authorized', 'isvalid', 'isauthenticated', 'isauthorized', 'verified', 'active', 'loggedin', 'isloggedin']);

/** What comes of a failed verification; `undefined` where it is refused, or nobody can tell. */
export function outcomeOf(branch: FailureBranch, { operations }: Analysis): Outcome | undefined {
  const decodes = new Set<IrNode>(operations.filter(({ kind, facts }) => kind === 'token.decode' && !facts.headerOnly && !facts.unsecured).map(({ node }) => node));
  const walk = new Walk(branch, decodes);
  const failing = walk.through(branch.failing, true);
  const found = failing === 'on' ? walk.through(branch.after, false) : failing;
  if (found === 'stop') return undefined;
  const [last] = [...branch.failing, ...branch.after].slice(-1);
  if (found !== 'on') return found;
  return last === undefined ? undefined : { kind: 'nothing', node: last };
}

class Walk {
  constructor(private readonly branch: FailureBranch, private readonly decodes: ReadonlySet<IrNode>) {}

  /** What a list of statements leads to; `isFailing`: they run only after a failure. */
  through(statements: readonly Statement[], isFailing: boolean): Step {
    for (const statement of statements) {
      const step = this.statement(statement, isFailing);
      if (step !== 'on') return step;
    }
    return 'on';
  }

  private statement(statement: Statement, isFailing: boolean): Step {
    const claims = isFailing ? ownParts(statement).find((part) => part.kind === 'call' && this.isTakenDecode(part)) : undefined;
    if (claims !== undefined) return statement.kind === 'if' || statement.kind === 'switch' ? 'stop' : { kind: 'claims', node: claims as CallExpression };
    switch (statement.kind) {
      case 'block':
        return this.through(statement.body, isFailing);
      case 'return':
        return statement.value === undefined ? { kind: 'nothing', node: statement } : this.returned(statement.value);
      case 'expression':
        return this.expression(statement.expression, isFailing);
      case 'variable':
        return statement.declarations.every(({ init }) => init === undefined || !ownParts(init).some(isWork)) ? 'on' : 'stop';
      case 'function-declaration':
        return 'on';
      case 'if': {
        if (statement.else !== undefined) return 'stop';
        if (isFailing && this.isOfError(statement.test) && exits(statement.then)) return 'on';
        const isAsked = allParts(statement.test).some((part) => this.branch.assigned.has(lastName(part) ?? ''));
        return !isAsked && statement.then.every(onlyLogs) ? 'on' : 'stop';
      }
      default:
        return 'stop';
    }
  }

  private expression(expression: Expression, isFailing: boolean): Step {
    const value = awaited(expression);
    if (value.kind === 'assign') return this.assignment(value, isFailing);
    if (value.kind !== 'call') return 'stop';
    if (isNext(value, this.branch.module)) return { kind: 'goesOn', node: value };
    if (isLogging(value) || isClearing(value)) return 'on';
    return this.accepted(value);
  }

  private returned(expression: Expression): Step {
    const value = awaited(expression);
    if (value.kind === 'call') return isNext(value, this.branch.module) ? { kind: 'goesOn', node: value } : this.accepted(value);
    // `false` is a no: of a guard, or of a function that is asked whether the token is valid.
    if (isFlag(value) && isNothing(value)) return 'stop';
    if (isNothing(value) || isEmpty(value) || (value.kind === 'identifier' && this.branch.assigned.has(value.name))) return { kind: 'nothing', node: value };
    return isYes(value) ? { kind: 'yes', node: value } : 'stop';
  }

  /** `done(null, true)`, by its shape: no error, and a result. */
  private accepted({ callee, args: [error, result] }: CallExpression): Step {
    if (callee.kind !== 'identifier' || error === undefined || result === undefined || error.kind === 'spread' || result.kind === 'spread') return 'stop';
    return isNothing(error) && isYes(result) ? { kind: 'yes', node: result } : 'stop';
  }

  private assignment({ operator, target, value }: AssignExpression, isFailing: boolean): Step {
    if (operator !== '=' || this.isOfError(value)) return 'stop';
    const { module, assigned } = this.branch;
    if (isNothing(value) || isEmpty(value)) return isFlag(value) ? 'stop' : 'on';
    if (value.kind === 'identifier' && assigned.has(value.name) && !isFailing) return 'on';
    if (!isFailing || principalOf({ node: value, module, held: [] }) === undefined) return 'stop';
    const isMadeUp = value.kind === 'object' ? !isStranger(value) : isFlag(value) && /^is|authenticated|authorized/i.test(lastName(target) ?? '');
    return isMadeUp ? { kind: 'user', node: value } : 'stop';
  }

  private isOfError(node: Expression): boolean {
    return allParts(node).some((part) => part.kind === 'identifier' && part.name === this.branch.error);
  }

  /** Claims that are read without verification become the result, or who the request is from. */
  private isTakenDecode(node: CallExpression): boolean {
    if (!this.decodes.has(node)) return false;
    return [...arrivals(node, this.branch.module)].some((arrival) => arrival.path.length === 0 && (isReturnValue(arrival) || principalOf(arrival) !== undefined));
  }
}

function awaited(expression: Expression): Expression {
  return expression.kind === 'await' ? awaited(expression.value) : expression;
}

/** What may refuse, or let nobody pass before something else has happened. */
function isWork(node: IrNode): boolean {
  return (node.kind === 'call' && !isLogging(node)) || node.kind === 'await';
}

function onlyLogs(statement: Statement): boolean {
  return statement.kind === 'expression' && statement.expression.kind === 'call' && isLogging(statement.expression);
}

/** `res.clearCookie('token')` */
function isClearing({ callee }: CallExpression): boolean {
  if (callee.kind !== 'member') return false;
  return callee.property === 'clearCookie' || (callee.property === 'delete' && /cookie/i.test(lastName(callee.object) ?? ''));
}

function isEmpty(node: Expression): boolean {
  return node.kind === 'object' && node.members.length === 0;
}

function isFlag(node: Expression): boolean {
  return node.kind === 'boolean';
}

/** `true`, `{ valid: true }` */
function isYes(node: Expression): boolean {
  if (node.kind === 'boolean') return node.value;
  return node.kind === 'object' && node.members.some((member) =>
    member.kind === 'property' && typeof member.key === 'string' && SUCCESS.has(member.key.toLowerCase()) && member.value.kind === 'boolean' && member.value.value);
}

/** `{ role: 'guest' }`, `{ authenticated: false }` */
function isStranger({ members }: ObjectExpression): boolean {
  return members.some((member) => member.kind === 'spread' || isNothing(member.value) || allParts(member).some((part) =>
    (part.kind === 'string' && isStrangerName(part.value)) || (part.kind === 'identifier' && isStrangerName(part.name)) || (part.kind === 'member' && isStrangerName(lastName(part) ?? ''))) ||
    (typeof member.key === 'string' && isStrangerName(member.key)));
}
