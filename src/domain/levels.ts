/** How bad a finding is. */
export type Severity = 'error' | 'warning' | 'info';

/** How sure a finding is: a fact, a heuristic with guards, or evidence for somebody to look at. */
export type Confidence = 'certain' | 'likely' | 'review';

/** Mildest first. */
export const severities = ['info', 'warning', 'error'] as const satisfies readonly Severity[];

/** Least sure first. */
export const confidences = ['review', 'likely', 'certain'] as const satisfies readonly Confidence[];

/** Whether a severity is the threshold's or worse. */
export function isAtLeast(severity: Severity, threshold: Severity): boolean {
  return severities.indexOf(severity) >= severities.indexOf(threshold);
}

/** The less sure of some. */
export function weakest(...among: readonly Confidence[]): Confidence {
  return confidences.find((one) => among.includes(one)) ?? 'certain';
}

/** The worst severity and the surest confidence that occur among some. */
export function strongest(levels: readonly { readonly severity: Severity; readonly confidence: Confidence }[]): { readonly severity: Severity; readonly confidence: Confidence } {
  return {
    severity: severities.findLast((one) => levels.some(({ severity }) => severity === one)) ?? 'info',
    confidence: confidences.findLast((one) => levels.some(({ confidence }) => confidence === one)) ?? 'review',
  };
}
