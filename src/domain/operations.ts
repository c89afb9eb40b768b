import type { Wildcards } from './origin-wildcards.js';

/**
 * The operations that rules ask about, and their fields. Every field is an effective value: what the call says, or what
 * a wrapper's caller passes, or the library's default for the version in use; `absent` when none of these says
 * anything, `unknown` when it cannot be told.
 */
export const OPERATION_FIELDS = {
  // Tokens.
  /**
   * Checks a token's signature. `withoutAlgorithms`: what the library does when no allowlist is given: `unsigned` (may
   * accept unsigned tokens), `header` (believes the token), `key` (whatever fits the key), `hmac` (takes any key for a
   * secret), `bound` (the key's type leaves one family and never none), `pinned` (one fixed algorithm), `throws`.
   * `maxAge`: seconds since issue.
   * `type`: what the header's `typ` has to be.
   * `insecureKeySizes`: whether keys that are too short are let through.
   * `keySet`: the address that keys are fetched from, where it is an option.
   */
  'token.verify': ['withoutAlgorithms', 'token', 'key', 'keySet', 'algorithms', 'ignoreExpiration', 'ignoreNotBefore', 'issuer', 'audience', 'clockTolerance', 'currentDate', 'maxAge', 'insecureKeySizes', 'type'],
  /**
   * Signs (or encrypts: `encrypted` is true) claims. `lifetime`: seconds from issue, of whatever sets the expiry
   * (option, builder, `exp` in the payload); absent when nothing does.
   */
  'token.issue': ['payload', 'subject', 'key', 'algorithm', 'lifetime', 'issuer', 'audience', 'encrypted', 'insecureKeySizes'],
  /** Reads a token without checking its signature. */
  'token.decode': ['token'],
  /**
   * Says where the tokens of requests are looked for, beside or instead of `Authorization: Bearer`. `cookie`, `header`: its
   * name; `extractor`: what takes the token out of a request.
   */
  'token.accept': ['cookie', 'header', 'extractor'],
  /**
   * Says where a library keeps the tokens that it gets. `store`: the name of a store, or something that stands for it;
   * `persistent`: whether anything is kept beyond the memory.
   */
  'token.cache': ['store', 'persistent'],

  // Cookies.
  /** Sends or writes a cookie. `maxAge`: seconds. `script` is true where a script of the page writes it. */
  'cookie.set': ['name', 'value', 'httpOnly', 'secure', 'sameSite', 'maxAge', 'expires', 'domain', 'path', 'signed', 'script'],
  'cookie.clear': ['name'],

  // Sessions.
  /**
   * A session middleware's configuration; the cookie's fields are those of the session cookie. `proxy`: whether it believes
   * a proxy's headers, where that decides whether a Secure cookie is sent. `store`: where the sessions are kept; `memory`, where
   * the library keeps them in the memory of the process. `rolling`: whether use renews a session. `validity`: seconds for which
   * the server takes a session, whatever its cookie says, 0 where for ever. `absolute`: seconds after which a session ends, however
   * much it is used. `signed`: whether a change of the cookie is noticed. `encode`: code that makes the cookie's text of a session.
   */
  'session.configure': ['name', 'secret', 'httpOnly', 'secure', 'sameSite', 'maxAge', 'domain', 'generateId', 'store', 'rolling', 'saveUninitialized', 'proxy', 'validity', 'absolute', 'signed', 'encode'],
  /** Makes a store for sessions. `validity`: as of a session that says nothing itself; `touch`: whether use renews it there. */
  'session.store': ['validity', 'touch'],
  /** Writes `value` under `key` into the session of a request. `name`: of its cookie, where the session tells. */
  'session.write': ['key', 'value', 'name'],
  'session.regenerate': ['callback'],
  'session.destroy': ['callback'],

  // Stores of pages and of apps.
  /**
   * A script-readable or unencrypted store. `store`: `localStorage`, `sessionStorage`, `IndexedDB`, `chrome.storage.local`,
   * `chrome.storage.session`, `window` (a global variable), … `encryptionKey`: what it encrypts with.
   */
  'storage.write': ['store', 'key', 'value', 'encryptionKey'],
  /** Encrypts a store that is there already. */
  'storage.encrypt': ['key'],
  /**
   * Keeps a state in a store, by itself whenever it changes. `store`: as of `storage.write` (also `cookie`), or an object that is one;
   * `state`: its initial content, or what makes that; `keep`: names (with dots: paths) of the members that are kept, or a
   * function that picks them; `omit`: names of those that are not.
   */
  'state.persist': ['store', 'key', 'state', 'keep', 'omit'],
  /**
   * Uses a keystore of the system. `accessible`: when an entry can be read; `cloudSync`: whether it is copied to the
   * user's other devices; `plainText`: whether the encryption is switched off.
   */
  'keystore.use': ['accessible', 'cloudSync', 'plainText'],

  // Secrets, random values and encryption.
  /** A use of a secret that no other operation has as a field. `purpose`: `cookie`, `encryption`, `mac`, … */
  'secret.use': ['secret', 'purpose'],
  /** Reads a secret (by its name) from the environment, with something else to fall back to. */
  'secret.fallback': ['secret'],
  /**
   * `bits`: of the value that the call returns, when computable; `secure` is false for guessable sources. `name`: the list
   * of all that a name-based id is computed from.
   */
  'random.generate': ['bits', 'secure', 'size', 'name'],
  /** Makes a key of so many `bits`: of the modulus (`type` `rsa`), or of the secret (`hmac`). */
  'key.generate': ['type', 'bits'],
  /** Encrypts a value for somebody to keep and bring back. `validity`: seconds until it is refused, 0 where never. */
  'data.seal': ['value', 'validity'],

  // Passwords and checksums.
  /**
   * Hashes a password with a function that is made for it. `algorithm`: `bcrypt`, `argon2id` (`argon2i`, `argon2d`),
   * `scrypt`, `pbkdf2`. `cost`: bcrypt's rounds (as a power of two), scrypt's N, PBKDF2's iterations. `memory`: argon2's, in
   * KiB; `passes`: argon2's; `digest`: PBKDF2's. `salt`: where the caller chooses one.
   */
  'password.hash': ['password', 'algorithm', 'cost', 'memory', 'passes', 'parallelism', 'digest', 'salt'],
  'password.verify': ['password', 'hash'],
  /** A checksum or fast hash (with a key or without) of `input`. */
  'digest.compute': ['algorithm', 'input'],

  // Logins.
  /** Hands a login over to a library (`passport.authenticate`, `req.logIn`). */
  'login.delegate': ['strategy', 'session', 'keepSessionInfo', 'state'],
  /** Makes a client of OAuth. `state`: whether it sends a state and compares it. `pkce`: `S256`, `plain`. */
  'oauth.configure': ['state', 'pkce'],
  /** Asks an authorization server for something; each by its parameters' names in RFC 6749 and RFC 7636. */
  'oauth.request': ['responseType', 'challengeMethod', 'grant'],
  /** Finishes a login where it comes back: what the answer is held against. */
  'oauth.callback': ['state', 'verifier', 'nonce'],
  /** Tells where the parties of a login are, by their addresses. `keys`: of a key set; `redirect`: where the login comes back to. */
  'endpoint.configure': ['issuer', 'authorization', 'token', 'userInfo', 'keys', 'redirect'],

  // Checks and what they guard.
  /** Any other check that decides: of a signature, of two values without a hint of where they differ, of who is there. */
  'auth.check': [],
  /**
   * Makes a check of tokens a condition of requests. `optional`: those that it lets pass all the same: `missing` (without a
   * token), `invalid` (whatever is wrong with it).
   */
  'auth.guard': ['optional'],
  /** Registers a handler for a route. */
  'route.register': ['path', 'method'],
  /**
   * Configures a defence against requests that other sites cause. `enabled`, `originCheck`: false where it is, or only its
   * comparison of origins is, turned off. `origins`: the sites that are let in beside its own; `fetchSites`: the values of
   * `Sec-Fetch-Site` that are. `ignoredMethods`: methods that are let through. `secretCookie`: the cookie that holds the
   * secret, or its options, where no session does. `session`: what tokens are bound to, empty where to nothing.
   * `readToken`: the function that finds the token in a request.
   */
  'csrf.configure': ['enabled', 'originCheck', 'origins', 'fetchSites', 'ignoredMethods', 'secretCookie', 'session', 'readToken'],
  /**
   * Lets through so many requests (`limit`) in so many seconds (`window`). `store`: where they are counted; `memory`, where
   * each process counts for itself. `failsOpen`: what comes while the store is out of reach is let through. `skipsFailed`:
   * what fails is not counted. `key`: what requests are counted by.
   */
  'rate.limit': ['limit', 'window', 'store', 'failsOpen', 'skipsFailed', 'key'],

  // Origins and transport.
  /** Says which origins may read answers, and whether to requests with cookies. */
  'cors.configure': ['origin', 'credentials'],
  /** Writes one header of CORS by hand. */
  'cors.header': ['name', 'value'],
  /** Tells browsers to come by https only. `enabled`: false where no header is sent; `maxAge`: seconds, or the header's text. */
  'hsts.configure': ['enabled', 'maxAge'],
  /** Says how the certificate of a server is checked. */
  'tls.configure': ['rejectUnauthorized'],
  /** Says whether headers of a proxy (`X-Forwarded-Proto`) are believed. */
  'proxy.trust': ['value'],

  // Connections to databases, and logs.
  /** Connects to a database or store of data. `tls`: whether, or how, the connection is encrypted. */
  'database.connect': ['url', 'tls', 'rejectUnauthorized'],
  /**
   * Connects to a database or cache. In seconds: `connectTimeout` of the connection, `commandTimeout` of an answer, 0 where none.
   * `retries`: of one command; `poolSize`: connections at most.
   */
  'store.connect': ['connectTimeout', 'commandTimeout', 'retries', 'poolSize'],
  /** Writes into a log. `values`: everything that is written, as a list; `redact`: what the logger leaves out. */
  'log.write': ['values', 'redact'],
} as const;

export type OperationKind = keyof typeof OPERATION_FIELDS;

/** The names of each kind's fields. */
export type OperationFields = { readonly [Kind in OperationKind]: (typeof OPERATION_FIELDS)[Kind][number] };

/**
 * Fields that say what an operation works on rather than how: what a wrapper's caller passes for them changes no verdict,
 * and following every caller of every handler would parse half a project.
 */
export const SUBJECT_FIELDS: Partial<Readonly<Record<OperationKind, readonly string[]>>> = {
  'token.verify': ['token'],
  'token.decode': ['token'],
  'cookie.clear': ['name'],
  'session.write': ['key', 'value', 'name'],
  'session.regenerate': ['callback'],
  'session.destroy': ['callback'],
  'data.seal': ['value'],
  'password.hash': ['password'],
  'password.verify': ['password', 'hash'],
  'digest.compute': ['input'],
  'login.delegate': ['strategy', 'state'],
  'oauth.request': ['responseType', 'challengeMethod', 'grant'],
  'route.register': ['path', 'method'],
  'cors.header': ['name', 'value'],
  'log.write': ['values', 'redact'],
};

/**
 * What holds of every call of an operation, beside its fields: how the library behaves, not what the call says. Ranges are
 * semver ranges of the library's versions.
 */
export interface OperationFacts {
  /** What the call does not ask for is off, so that to leave an option out turns nothing on. */
  readonly offByDefault?: true;

  // Of tokens.
  /** Versions that take the text of a public key for the secret of an HMAC. */
  readonly confusesKeys?: string;
  /** Versions that sign and verify with an empty key. */
  readonly acceptsEmptyKey?: string;
  /** An empty key is an error at start-up. */
  readonly refusesEmptyKey?: true;
  /** Where the key may be a function: the index of its parameter that is the token, or what its header says. */
  readonly tokenParameter?: number;
  /** The path of an export that, given for the key, is whatever key the token brings. */
  readonly tokenSuppliedKey?: string;
  /** The clock tolerance is added to `exp` with `+`, which joins texts. */
  readonly addsTolerance?: true;
  /** The lifetime counts from the payload's own `iat`. */
  readonly countsFromIat?: true;
  /** The tokens are encrypted. */
  readonly encrypted?: true;
  /** The tokens have no signature, ever. */
  readonly unsecured?: true;
  /** Only the token's header is read. */
  readonly headerOnly?: true;
  /** The code takes the token apart itself. */
  readonly byHand?: true;

  // Of cookies and sessions.
  /** The attributes stand in the text of a header, not in options. */
  readonly text?: true;
  /** `secure: true` is an error over plain http. */
  readonly throwsOverHttp?: true;
  /** A Secure cookie is sent only where the request came over what the library takes for https. */
  readonly asksForHttps?: true;
  /** Giving options for a cookie takes away all the defaults that it would have. */
  readonly replacesDefaults?: true;
  /** What another call says of cookies of that name counts where this one says nothing. */
  readonly definedByName?: true;
  /** The sessions are as often for something else than a login: the cookie's name tells. */
  readonly holdsAnything?: true;
  /** Without a store the sessions are in the memory of the process; the exports that are such stores. */
  readonly memoryStores?: readonly string[];
  /** Without a store the cookie is the session, as text that whoever has it can read. */
  readonly readable?: true;
  /** Each request with a session begins its lifetime in the store anew. */
  readonly touches?: true;
  /** What is written before the session gets a new id is still in it afterwards. */
  readonly keptOnRenewal?: true;

  // Of random values and ids.
  /** Why who knows some of these ids can work out others, as a sentence without its end: they are unique, and no more. */
  readonly predictable?: string;
  /** Bits of the session ids that the library draws. */
  readonly sessionIdBits?: number;

  // Of stores and states.
  /** The store is an app's on a device, no page's. */
  readonly native?: true;
  /** What keeps a secret on such a device as it should be kept, as messages say it. */
  readonly keystore?: string;
  /** Whoever has the program has the key, whatever it is: the library says so itself. */
  readonly obfuscates?: true;
  /** Versions that encrypt what they keep with a key that scripts can read, too, and that ends with the browser's session. */
  readonly endsWithSession?: string;
  /** What the option for the store is when tokens are to stay in the memory. */
  readonly inMemory?: string;
  /** The state is that of a reducer: a function whose first parameter is the state, or an object of reducers. */
  readonly reducer?: true;

  // Of connections and origins.
  /** A lost connection that nobody listens for ends the process (`exit`), or is only logged (`log`). */
  readonly unheardErrors?: 'exit' | 'log';
  /** What a `*` in an origin does: nothing unless it stands `alone`, `anywhere`, or for a part of a name below a domain. */
  readonly wildcard?: Wildcards;
  /** How a function that is given for `origin` says which one may: by a callback, or by what it returns. */
  readonly originFrom?: 'callback' | 'result';

  // Of logins and checks.
  /** Versions that keep the session id at a login. */
  readonly keepsSessionId?: string;
  /** The first version that does not, as messages say it. */
  readonly renewsSince?: string;
  /** A callback among the arguments decides what becomes of the login. */
  readonly callbackDecides?: true;
  /** The check also gives what its caller wants to know, so that it may be made for that alone. */
  readonly readsSession?: true;
}
