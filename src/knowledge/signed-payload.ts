/** Fields of a call that signs the payload in its first argument as it is: it adds no claims of its own. */
export const SIGNED_PAYLOAD = {
  payload: { from: { arg: 0 } },
  subject: { from: { arg: 0, path: 'sub' } },
  lifetime: { from: { arg: 0, path: 'exp', duration: 'epoch' } },
  issuer: { from: { arg: 0, path: 'iss' } },
  audience: { from: { arg: 0, path: 'aud' } },
  encrypted: { from: { always: false } },
} as const;
