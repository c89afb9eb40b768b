import { someNode } from '../../ir/walk.js';
import type { Analysis } from '../analyse.js';

/** Whether the project asks how a request came to the proxy in front of it (the header `X-Forwarded-Proto`). */
export function readsForwardedProto({ modules }: Analysis): boolean {
  return modules.some(({ ir }) => someNode(ir, (node) => node.kind === 'string' && node.value.toLowerCase() === 'x-forwarded-proto'));
}
