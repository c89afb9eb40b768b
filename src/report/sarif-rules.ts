import type { ReportingDescriptor } from 'sarif';
import { strongest, type Confidence, type Severity } from '../domain/levels.js';
import type { RuleDescription } from './types.js';

/** What SARIF calls a severity. */
export const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<Severity, string>;

/** GitHub's words for how often a rule is right. */
const PRECISIONS = { certain: 'very-high', likely: 'high', review: 'low' } as const satisfies Record<Confidence, string>;

/** GitHub shows 7.0 and more as high, 4.0 and more as medium, less as low; critical is left to a person's judgement. */
const SECURITY_SEVERITIES = { error: '8.0', warning: '5.0', info: '2.0' } as const satisfies Record<Severity, string>;

/** Code scanning takes so many characters of a description, and so many tags of a rule. */
const MAX_DESCRIPTION = 1024;
const MAX_TAGS = 20;

/**
 * A rule as a SARIF log describes it. Level, severity and precision belong to the rule there: they are those of its
 * worst and of its surest message. Property names and figures are those of GitHub's code scanning ("SARIF support for
 * code scanning", reportingDescriptor object).
 */
export function descriptor(rule: RuleDescription): ReportingDescriptor {
  const { severity, confidence } = strongest(Object.values(rule.messages));
  const markdown = withoutPageLinks(rule.page);
  return {
    id: rule.id,
    shortDescription: { text: `${rule.description}.` },
    fullDescription: { text: shortened(`${rule.description}. ${plain(firstParagraph(markdown, 'Why'))}`) },
    help: { text: plain(markdown), markdown },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      tags: tagsOf(rule),
      precision: PRECISIONS[confidence],
      'security-severity': SECURITY_SEVERITIES[severity],
    },
  };
}

/** `external/<catalogue>/<id>` as GitHub writes CWEs, which have at least three digits. */
function tagsOf({ standards: { cwe, owasp = [], api = [], asvs = [], nist = [], rfc = [] } }: RuleDescription): string[] {
  const external = (catalogue: string, ids: readonly string[]): string[] =>
    ids.map((id) => `external/${catalogue}/${id.toLowerCase().replaceAll(/[\s:]+/g, '-')}`);
  return [
    'security',
    ...external('cwe', cwe.map((id) => `CWE-${String(id).padStart(3, '0')}`)),
    ...external('owasp', [...owasp, ...api]),
    ...external('asvs', asvs),
    ...external('nist', nist.map((id) => `SP800-63B-4 ${id}`)),
    ...external('rfc', rfc),
  ].slice(0, MAX_TAGS);
}

/** Links to other rules' pages lead nowhere outside the package: their text stays. */
function withoutPageLinks(markdown: string): string {
  return markdown.replaceAll(/\[([^\]\n]+)\]\((?!https?:)[^)\n]*\)/g, '$1');
}

function firstParagraph(markdown: string, section: string): string {
  const [, rest = ''] = markdown.split(new RegExp(`^## ${section}$`, 'm'), 2);
  return rest.trim().split(/\n\s*\n/, 1)[0] ?? '';
}

/** Markdown without its marks; code keeps its text. */
function plain(markdown: string): string {
  return markdown.replaceAll(/^```.*\n?/gm, '').replaceAll(/^#+ /gm, '').replaceAll('`', '').trim();
}

function shortened(text: string): string {
  return text.length <= MAX_DESCRIPTION ? text : `${text.slice(0, MAX_DESCRIPTION - 1)}\u2026`;
}
