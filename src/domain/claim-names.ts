import { stems } from './words.js';

const CREDENTIAL_WORDS = new Set([
  'password', 'passwd', 'pwd', 'passphrase', 'passwordhash', 'hashedpassword', 'secret', 'otp', 'totp', 'pin', 'cvv',
  'cvc', 'ssn', 'iban', 'apikey', 'privatekey', 'creditcard', 'cardnumber',
]);
const CREDENTIAL_PAIRS = ['social security', 'credit card', 'debit card', 'card number', 'api key', 'private key'];

const PII_WORDS = new Set([
  'emailaddress', 'phonenumber', 'birth', 'birthday', 'birthdate', 'dob',
  'surname', 'forename', 'firstname', 'lastname', 'fullname', 'givenname', 'familyname', 'middlename', 'street',
  'ipaddress', 'ipaddr',
]);
const PII_PAIRS = [
  'first name', 'last name', 'full name', 'given name', 'family name', 'middle name', 'real name', 'legal name',
  'customer name', 'person name', 'employee name', 'patient name', 'mobile number', 'ip address', 'ip addr',
  'address line',
];
/** Ways to reach a person, when nothing but these words follows: `emailService` is none. */
const CONTACTS = new Set(['email', 'emails', 'phone', 'phones', 'telephone']);
const CONTACT_FORMS = new Set(['address', 'addresses', 'number', 'numbers', 'id', 'no', 'primary', 'home', 'work']);
/** Too broad inside a longer name (`tenantName`, `mobileApp`), clear alone. */
const PII_ALONE = new Set(['name', 'mobile', 'tel']);
/** Addresses of machines and wallets. */
const OTHER_ADDRESSES = new Set(['mac', 'wallet', 'contract', 'eth', 'ethereum', 'token', 'server', 'host', 'memory']);
const CLIENT_IPS = new Set(['client', 'user', 'remote', 'login', 'source', 'last', 'registration', 'signup']);

/** Words that make the name one of a fact about the datum: a flag, a time, a digest, a reference, a preference. */
const FACT_WORDS = new Set([
  'is', 'has', 'can', 'must', 'should', 'needs', 'requires', 'required', 'enabled', 'disabled', 'verified', 'confirmed',
  'validated', 'valid', 'set', 'sent', 'changed', 'updated', 'change', 'reset', 'expired', 'expires', 'expiry', 'at',
  'date', 'version', 'count', 'type', 'policy', 'length', 'strength', 'allowed', 'allowlist', 'whitelist', 'blocklist',
  'blacklist', 'list', 'range', 'domain', 'provider', 'template', 'preference', 'preferences', 'notification',
  'notifications', 'marketing', 'subscribed', 'opt', 'verification', 'publishable',
]);
/** A digest of a password is still a credential to attack offline; one of an address is no longer the address. */
const DIGEST_WORDS = new Set(['hash', 'hashed', 'digest', 'hmac', 'encrypted', 'masked']);

/**
 * What a claim of this name would disclose in a signed, readable token (catalogue: jwt-no-pii-claims, ASVS V14.1.1):
 * a credential (password or its hash, secret, OTP, card or social-security number), personal data (e-mail, phone, a
 * person's name, postal or IP address, date of birth), or `undefined`. Not personal here: names that people choose
 * to be shown by (`username`, `login`, `nickname`, `displayName`), names of things (`hostname`, `tenantName`), flags
 * (`email_verified`) and references (`addressId`). A bare `hash` is not taken for a password's.
 */
export function piiKind(claimName: string): 'credential' | 'pii' | undefined {
  const list = stems(claimName);
  const phrase = ` ${list.join(' ')} `;
  const isReference = ['id', 'ids'].includes(list.at(-1) ?? '') && phrase !== ' email id ';
  const isFact = list.some((word) => FACT_WORDS.has(word)) && !/ date of birth | birth date /.test(phrase);
  if (isReference || isFact) {
    return undefined;
  }
  if (matches(phrase, CREDENTIAL_WORDS, CREDENTIAL_PAIRS) || phrase === ' card ') {
    return 'credential';
  }
  if (list.some((word) => DIGEST_WORDS.has(word))) {
    return undefined;
  }
  const isPersonal =
    matches(phrase, PII_WORDS, PII_PAIRS) ||
    (list.length === 1 && PII_ALONE.has(list[0] ?? '')) ||
    isContact(list) ||
    isPostalAddress(list) ||
    isClientIp(list);
  return isPersonal ? 'pii' : undefined;
}

const THINGS = new Set([
  'app', 'application', 'org', 'organization', 'organisation', 'tenant', 'company', 'team', 'project', 'client', 'workspace',
  'store', 'shop', 'product', 'role', 'device', 'service', 'plan', 'group', 'permission', 'school', 'course', 'file', 'room',
  'site', 'brand', 'department', 'branch', 'vendor', 'api', 'key', 'bot', 'server', 'category', 'event', 'realm', 'channel',
]);

/** Whether the `name` of what goes by this name is a thing's and nobody's own: `tenant`, `parentCompany`. */
export function isThing(ownerName: string): boolean {
  return THINGS.has(stems(ownerName).at(-1) ?? '');
}

/** Whether an `address` of this name leads to a machine or a wallet. */
export function isOtherAddress(name: string): boolean {
  return stems(name).some((word) => OTHER_ADDRESSES.has(word));
}

function matches(phrase: string, single: ReadonlySet<string>, pairs: readonly string[]): boolean {
  return phrase.split(' ').some((word) => single.has(word)) || pairs.some((pair) => phrase.includes(` ${pair} `));
}

function isContact(list: readonly string[]): boolean {
  const at = list.findLastIndex((word) => CONTACTS.has(word));
  return at !== -1 && list.slice(at + 1).every((word) => CONTACT_FORMS.has(word));
}

function isPostalAddress(list: readonly string[]): boolean {
  return ['address', 'addresses'].includes(list.at(-1) ?? '') && !list.some((word) => OTHER_ADDRESSES.has(word));
}

function isClientIp(list: readonly string[]): boolean {
  const last = list.at(-1) ?? '';
  return ['ip', 'ipv'].includes(last) && list.slice(0, -1).every((word) => CLIENT_IPS.has(word));
}

const ROLE_WORDS = new Set(['role', 'roles', 'permission', 'permissions', 'entitlements', 'privileges']);
/** The role by another handle is the role all the same: `roleId`, `permissionLevel`. */
const ROLE_HANDLES = new Set(['id', 'ids', 'name', 'names', 'code', 'codes', 'key', 'keys', 'level', 'type']);
/** Words that also name other things: the words before them must speak of access. */
const ACCESS_LISTS = new Set(['groups', 'policies', 'authorities']);
const ACCESS_QUALIFIERS = new Set([
  'user', 'access', 'security', 'cognito', 'ad', 'ldap', 'iam', 'auth', 'permission', 'role', 'member', 'granted',
]);
const ADMIN_WORDS = new Set(['admin', 'administrator', 'superadmin', 'superuser']);
const ADMIN_QUALIFIERS = new Set(['is', 'super', 'site', 'system', 'global', 'platform', 'org', 'team', 'tenant']);
const FUSED_AUTHZ = new Set(['isadmin', 'issuperadmin', 'issuperuser', 'userrole', 'userroles']);

/**
 * Whether a claim of this name freezes an authorization decision into the token (catalogue: jwt-no-authz-claims):
 * `role(s)`, `permission(s)`, `entitlements`, `privileges` also as last word or with a handle (`userRole`, `roleId`,
 * `cognito:groups`), `isAdmin` and its kin, `groups`, `policies`, `authorities`. Not `scope` and `scp`, which the
 * policy allows by default; not a freshness stamp (`permissionsVersion`) nor `groupId`, which may name a tenant.
 */
export function isAuthzClaim(name: string): boolean {
  const list = stems(name);
  const last = list.at(-1) ?? '';
  const before = list.slice(0, -1);
  const isHandle = ROLE_WORDS.has(before.at(-1) ?? '') && ROLE_HANDLES.has(last);
  return (
    ROLE_WORDS.has(last) ||
    isHandle ||
    list.join(' ') === 'group ids' ||
    FUSED_AUTHZ.has(last) ||
    (ACCESS_LISTS.has(last) && before.every((word) => ACCESS_QUALIFIERS.has(word))) ||
    (ADMIN_WORDS.has(last) && before.every((word) => ADMIN_QUALIFIERS.has(word)))
  );
}
