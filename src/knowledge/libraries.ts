import { argon2 } from './argon2.js';
import { bcrypt } from './bcrypt.js';
import { bcryptjs } from './bcryptjs.js';
import { clientSessions } from './client-sessions.js';
import { clock } from './clock.js';
import { cookieParser } from './cookie-parser.js';
import { cookieSession } from './cookie-session.js';
import { cookie } from './cookie.js';
import { documentCookie } from './document-cookie.js';
import { encoding } from './encoding.js';
import { environment } from './environment.js';
import { expressSession, requestSession, sessionAssign } from './express-session.js';
import { expressJwt } from './express-jwt.js';
import { express } from './express.js';
import { headers } from './headers.js';
import { http } from './http.js';
import { ironSession } from './iron-session.js';
import { jose } from './jose.js';
import { jsCookie } from './js-cookie.js';
import { jsonwebtoken } from './jsonwebtoken.js';
import { mathRandom } from './math-random.js';
import type { LibraryModel } from './model.js';
import { nanoid, nanoidNonSecure } from './nanoid.js';
import { nodeCrypto } from './node-crypto.js';
import { passportJwt } from './passport-jwt.js';
import { passport } from './passport.js';
import { react } from './react.js';
import { tsyringe } from './tsyringe.js';
import { typedi } from './typedi.js';
import { util } from './util.js';
import { nestPassport } from './nest-passport.js';
import { nestRandomString, uid } from './uid.js';
import { uuid } from './uuid.js';
import { webStorage } from './web-storage.js';
import { webcrypto } from './webcrypto.js';

/** Every library that authlint knows. */
export const libraries: readonly LibraryModel[] = [
  argon2,
  bcrypt,
  bcryptjs,
  clientSessions,
  clock,
  cookie,
  cookieParser,
  cookieSession,
  documentCookie,
  encoding,
  environment,
  express,
  expressJwt,
  expressSession,
  headers,
  http,
  ironSession,
  jose,
  jsCookie,
  jsonwebtoken,
  mathRandom,
  nanoid,
  nanoidNonSecure,
  nestPassport,
  nestRandomString,
  nodeCrypto,
  passport,
  passportJwt,
  react,
  requestSession,
  sessionAssign,
  tsyringe,
  typedi,
  util,
  uid,
  uuid,
  webStorage,
  webcrypto,
];
