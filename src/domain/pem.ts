const PRIVATE_KEY = /-----BEGIN (?:RSA |EC |DSA |OPENSSH |ENCRYPTED )?PRIVATE KEY-----/;
const PUBLIC_PART = /-----BEGIN (?:(?:RSA |EC |DSA )?PUBLIC KEY|(?:TRUSTED |X509 )?CERTIFICATE)-----|^ssh-(?:rsa|ed25519) /;

/** The shortest private key in use (Ed25519, RFC 8410) takes 64 characters of base64. */
const MIN_BODY = 60;

/** Whether a text is a private key as PEM (RFC 7468) with a body; a mere header, as parsers look for it, is none. */
export function isPrivateKeyPem(text: string): boolean {
  const start = PRIVATE_KEY.exec(text);
  if (start === null) return false;
  const body = text.slice(start.index + start[0].length).replaceAll(/\\n|\s/g, '');
  return new RegExp(`^[A-Za-z0-9+/:,=-]{${MIN_BODY},}`).test(body);
}

/** Whether a text is a public key or a certificate: no secret. */
export function isPublicKeyPem(text: string): boolean {
  return PUBLIC_PART.test(text) && !PRIVATE_KEY.test(text);
}
