import type { Policy } from '../policy/policy.js';
import type { Analysis } from './analyse.js';
import type { Confidence, Place, Repair, Severity, TraceStep } from './finding.js';
import type { OperationKind, OperationOf } from './operations/operations.js';

export interface RuleMessage {
  /** Text with `{{name}}` holes, filled from a report's `data`. */
  readonly text: string;
  readonly severity: Severity;
  readonly confidence: Confidence;
}

/** Ids that a rule rests on. Its page names the same, and says where one is only near. */
export interface RuleStandards {
  readonly cwe: readonly number[];
  /** Requirements of OWASP ASVS 5.0.0: `V9.1.2`. */
  readonly asvs?: readonly string[];
  /** Sections: `RFC 8725 3.1`. */
  readonly rfc?: readonly string[];
  /** Categories of the OWASP Top 10 of 2021 and of 2025 that its CWEs belong to: `A02:2021`, `A04:2025`. */
  readonly owasp?: readonly string[];
  /** Risks of the OWASP API Security Top 10: `API2:2023`. */
  readonly api?: readonly string[];
  /** Sections of NIST SP 800-63B-4: `5.1.1`. */
  readonly nist?: readonly string[];
}

export interface RuleMeta<MessageId extends string = string> {
  readonly id: string;
  readonly description: string;
  /** `file`: its verdicts hold whatever other files say, so it runs in the editor too. `project`: scanner only. */
  readonly scope: 'file' | 'project';
  readonly messages: Readonly<Record<MessageId, RuleMessage>>;
  readonly standards: RuleStandards;
  /** Its problems may come with a `fix`. */
  readonly fixable?: true;
  /** Its problems may come with `suggestions`. */
  readonly hasSuggestions?: true;
}

/** What a rule says of one place. Severity and confidence default to the message's. */
export interface Problem<MessageId extends string = string> {
  readonly messageId: MessageId;
  readonly at: Place;
  readonly data?: Readonly<Record<string, string | number>>;
  readonly trace: readonly TraceStep[];
  readonly severity?: Severity;
  readonly confidence?: Confidence;
  /** Literals whose text no report may print. */
  readonly secrets?: readonly Place[];
  /** What gives the code the meaning that it must have and changes nothing else; applied unasked where the finding is certain. */
  readonly fix?: Repair | undefined;
  /** What a human has to choose. */
  readonly suggestions?: readonly (Repair | undefined)[];
}

export interface RuleContext extends Analysis {
  /** Operations of one kind in the files under analysis, once for each call site of a wrapper. */
  readonly operationsOf: <Kind extends OperationKind>(kind: Kind) => readonly OperationOf<Kind>[];
  readonly policy: Policy;
}

export interface Rule<MessageId extends string = string> {
  readonly meta: RuleMeta<MessageId>;
  check(context: RuleContext): Iterable<Problem<MessageId>>;
}
