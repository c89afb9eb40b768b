/** What requests and the contexts of one are called. */
export const REQUEST_NAMES: ReadonlySet<string> = new Set(['req', 'request', 'ctx']);

/** The same, and names that other things have as often: what is read of them has to be a part of a request. */
export const POSSIBLE_REQUEST_NAMES: ReadonlySet<string> = new Set([...REQUEST_NAMES, 'context', 'event', 'c']);
