import { argon2 } from './argon2.js';
import { arctic } from './arctic.js';
import { astro, astroConfiguration, astroPage } from './astro.js';
import { authJsProviders } from './auth-js-providers.js';
import { asyncStorage, reactNativeAsyncStorage } from './async-storage.js';
import { authCore, nextAuthSession } from './auth-js.js';
import { auth0 } from './auth0.js';
import { amazonCognitoIdentity, awsAmplify } from './aws-cognito.js';
import { bcrypt } from './bcrypt.js';
import { bcryptjs } from './bcryptjs.js';
import { betterAuth } from './better-auth.js';
import { bunyan } from './bunyan.js';
import { capacitorPreferences } from './capacitor.js';
import { chance } from './chance.js';
import { clientSessions } from './client-sessions.js';
import { clock } from './clock.js';
import { consola } from './consola.js';
import { consoleLog } from './console-log.js';
import { cookieParser } from './cookie-parser.js';
import { cookieSession } from './cookie-session.js';
import { cookieStore } from './cookie-store.js';
import { cookie } from './cookie.js';
import { cookies } from './cookies.js';
import { cookiesNext } from './cookies-next.js';
import { corsHeaders } from './cors-headers.js';
import { cors } from './cors.js';
import { cryptoJs } from './crypto-js.js';
import { cryptoRandomString } from './crypto-random-string.js';
import { cuid } from './cuid.js';
import { cuid2 } from './cuid2.js';
import { csrfCsrf } from './csrf-csrf.js';
import { csrfSync } from './csrf-sync.js';
import { csurf } from './csurf.js';
import { databases } from './databases.js';
import { debug } from './debug.js';
import { dexie } from './dexie.js';
import { expoFileSystem, reactNativeFs } from './device-files.js';
import { digestPackages } from './digest-packages.js';
import { documentCookie } from './document-cookie.js';
import { electron, electronStore } from './electron.js';
import { elysia, elysiaJwt } from './elysia.js';
import { encoding } from './encoding.js';
import { environment } from './environment.js';
import { expressOAuth2JwtBearer } from './express-oauth2-jwt-bearer.js';
import { expressOpenidConnect } from './express-openid-connect.js';
import { expressRateLimit } from './express-rate-limit.js';
import { expressSession, requestSession, sessionAssign } from './express-session.js';
import { expressJwt } from './express-jwt.js';
import { express } from './express.js';
import { extensionStorage, webextensionPolyfill, wxt } from './extension-storage.js';
import { faker } from './faker.js';
import { fastJwt } from './fast-jwt.js';
import { fastifyCookie } from './fastify-cookie.js';
import { fastifyCors } from './fastify-cors.js';
import { fastifyCsrfProtection } from './fastify-csrf-protection.js';
import { fastifyHelmet } from './fastify-helmet.js';
import { fastifyJwt } from './fastify-jwt.js';
import { fastifyOAuth2 } from './fastify-oauth2.js';
import { fastifyPassport } from './fastify-passport.js';
import { fastifyRateLimit } from './fastify-rate-limit.js';
import { fastifyRequestSession, fastifySecureSession, fastifySession } from './fastify-session.js';
import { fastify } from './fastify.js';
import { firebaseAuth } from './firebase-auth.js';
import { fastifyLogger, nestLogger } from './framework-loggers.js';
import { globalVariables } from './global-variables.js';
import { h3 } from './h3.js';
import { hapiIron } from './hapi-iron.js';
import { hapiJwt } from './hapi-jwt.js';
import { hapi, hapiCookie, hapiYar } from './hapi.js';
import { headers } from './headers.js';
import { helmet } from './helmet.js';
import { honoCors } from './hono-cors.js';
import { honoCsrf } from './hono-csrf.js';
import { honoSecureHeaders } from './hono-secure-headers.js';
import { hono } from './hono.js';
import { httpClients } from './http-clients.js';
import { http } from './http.js';
import { hyperid } from './hyperid.js';
import { ioredis } from './ioredis.js';
import { ironSession, nextIronSession } from './iron-session.js';
import { idbKeyval } from './idb-keyval.js';
import { idb, indexedDb } from './indexed-db.js';
import { jose } from './jose.js';
import { jsCookie } from './js-cookie.js';
import { jsonwebtoken } from './jsonwebtoken.js';
import { jsrsasign } from './jsrsasign.js';
import { jwkToPem } from './jwk-to-pem.js';
import { jwksRsa } from './jwks-rsa.js';
import { jwtDecode } from './jwt-decode.js';
import { jwtSimple } from './jwt-simple.js';
import { keygrip } from './keygrip.js';
import { localforage } from './localforage.js';
import { expoSecureStore, reactNativeKeychain } from './keystores.js';
import { lodash, lodashRandom, lodashUniqueId } from './lodash.js';
import { log4js } from './log4js.js';
import { loglevel } from './loglevel.js';
import { koaCors } from './koa-cors.js';
import { koaHelmet } from './koa-helmet.js';
import { koaJwt } from './koa-jwt.js';
import { koaPassport } from './koa-passport.js';
import { contextSession, koaGenericSession, koaSession, koaSessionMinimal } from './koa-session.js';
import { koa } from './koa.js';
import { lucia } from './lucia.js';
import { memorystore } from './memorystore.js';
import { lusca } from './lusca.js';
import { mathRandom } from './math-random.js';
import { mmkv } from './mmkv.js';
import type { LibraryModel } from './model.js';
import { mysql2 } from './mysql2.js';
import { msalBrowser } from './msal-browser.js';
import { nanoid, nanoidNonSecure } from './nanoid.js';
import { next, nextConfiguration } from './next.js';
import { nextjsAuth0 } from './nextjs-auth0.js';
import { nestCors } from './nest-cors.js';
import { nestThrottler } from './nest-throttler.js';
import { njwt } from './njwt.js';
import { nextAuth } from './next-auth.js';
import { nodeCrypto } from './node-crypto.js';
import { nodeRsArgon2, nodeRsBcrypt } from './node-rs.js';
import { nodeChildProcess, nodeFs, nodeFsPromises } from './node-system.js';
import { nodeTls, nodeTlsVariable, undiciTls } from './node-tls.js';
import { nookies } from './nookies.js';
import { nuxt } from './nuxt.js';
import { mongodb, mongoose } from './object-id.js';
import { oidcClient } from './oidc-client.js';
import { oktaAuthJs } from './okta-auth-js.js';
import { oslo, oslojs } from './oslo.js';
import { oidcProvider } from './oidc-provider.js';
import { oauthQueries, oauthRequests } from './oauth-requests.js';
import { oidcClientTs } from './oidc-client-ts.js';
import { openidClient } from './openid-client.js';
import { passportOAuth2 } from './passport-oauth2.js';
import { passportOpenIdConnect } from './passport-openidconnect.js';
import { passportJwt } from './passport-jwt.js';
import { passwordMethods } from './password-methods.js';
import { passport } from './passport.js';
import { pg } from './pg.js';
import { piniaPersistedState, piniaPersistedStateNuxt } from './pinia-persistedstate.js';
import { pino } from './pino.js';
import { randToken } from './rand-token.js';
import { randomstring } from './randomstring.js';
import { react } from './react.js';
import { reactRouter } from './react-router.js';
import { recoilPersist } from './recoil-persist.js';
import { reduxPersist, reduxPersistStores } from './redux-persist.js';
import { redux } from './redux.js';
import { shortid } from './shortid.js';
import { flakeIdgen, nodejsSnowflake, sapphireSnowflake } from './snowflake.js';
import { redis } from './redis.js';
import { sessionFileStore } from './session-file-store.js';
import { supabaseSsr } from './supabase-ssr.js';
import { rateLimiterFlexible } from './rate-limiter-flexible.js';
import { simpleOAuth2 } from './simple-oauth2.js';
import { sveltekit, sveltekitConfiguration, sveltekitEnvironment } from './sveltekit.js';
import { jotai, nanostoresPersistent, usehooksTs, vueUse } from './storage-hooks.js';
import { supabase } from './supabase.js';
import { tokenParts } from './token-parts.js';
import { tsndrJwt } from './tsndr-jwt.js';
import { tsyringe } from './tsyringe.js';
import { typedi } from './typedi.js';
import { uidSafe } from './uid-safe.js';
import { ulid } from './ulid.js';
import { uniqid } from './uniqid.js';
import { universalCookie } from './universal-cookie.js';
import { util } from './util.js';
import { connectMongo } from './connect-mongo.js';
import { connectPgSimple } from './connect-pg-simple.js';
import { connectRedis } from './connect-redis.js';
import { convict } from './convict.js';
import { envVar } from './env-var.js';
import { envalid, envsafe, joi, t3Env, valibot, znv, zod } from './environment-schemas.js';
import { nestCommon, nestExpress } from './nest-common.js';
import { nestConfig } from './nest-config.js';
import { nestJwt } from './nest-jwt.js';
import { nestPassport } from './nest-passport.js';
import { nestRandomString, uid, uidSecure } from './uid.js';
import { uuid, uuidNameBased, uuidV1 } from './uuid.js';
import { vue } from './vue.js';
import { webStorage } from './web-storage.js';
import { winston } from './winston.js';
import { webcrypto } from './webcrypto.js';
import { zustand } from './zustand.js';

/** Every library that authlint knows. */
export const libraries: readonly LibraryModel[] = [
  amazonCognitoIdentity,
  argon2,
  arctic,
  astro,
  astroConfiguration,
  astroPage,
  asyncStorage,
  auth0,
  authCore,
  authJsProviders,
  awsAmplify,
  bcrypt,
  bcryptjs,
  betterAuth,
  bunyan,
  capacitorPreferences,
  chance,
  clientSessions,
  clock,
  consola,
  consoleLog,
  connectMongo,
  connectPgSimple,
  connectRedis,
  contextSession,
  cookie,
  cookieParser,
  cookieSession,
  cookieStore,
  convict,
  cookies,
  cookiesNext,
  cors,
  ...corsHeaders,
  cryptoJs,
  cryptoRandomString,
  cuid,
  cuid2,
  csrfCsrf,
  csrfSync,
  csurf,
  ...databases,
  debug,
  dexie,
  ...digestPackages,
  documentCookie,
  electron,
  electronStore,
  elysia,
  elysiaJwt,
  encoding,
  environment,
  envalid,
  envsafe,
  envVar,
  expoFileSystem,
  expoSecureStore,
  express,
  expressJwt,
  expressOpenidConnect,
  expressOAuth2JwtBearer,
  expressRateLimit,
  expressSession,
  extensionStorage,
  faker,
  fastJwt,
  fastify,
  fastifyCookie,
  fastifyCors,
  fastifyCsrfProtection,
  fastifyHelmet,
  fastifyJwt,
  fastifyLogger,
  fastifyOAuth2,
  fastifyPassport,
  fastifyRateLimit,
  fastifyRequestSession,
  fastifySecureSession,
  fastifySession,
  firebaseAuth,
  flakeIdgen,
  globalVariables,
  hapi,
  hapiCookie,
  hapiYar,
  hapiIron,
  h3,
  hapiJwt,
  headers,
  helmet,
  hono,
  honoCors,
  honoCsrf,
  honoSecureHeaders,
  http,
  ...httpClients,
  hyperid,
  ioredis,
  idb,
  idbKeyval,
  indexedDb,
  ironSession,
  joi,
  jose,
  jotai,
  jsCookie,
  jsonwebtoken,
  jsrsasign,
  jwkToPem,
  jwksRsa,
  jwtDecode,
  jwtSimple,
  keygrip,
  koa,
  koaCors,
  koaGenericSession,
  koaHelmet,
  koaJwt,
  koaPassport,
  koaSession,
  koaSessionMinimal,
  localforage,
  lodash,
  lodashRandom,
  lodashUniqueId,
  log4js,
  loglevel,
  lucia,
  lusca,
  mathRandom,
  mmkv,
  mongodb,
  mongoose,
  memorystore,
  mysql2,
  msalBrowser,
  nanoid,
  nanoidNonSecure,
  nanostoresPersistent,
  nestCommon,
  nestConfig,
  nestCors,
  nestExpress,
  nestJwt,
  nestLogger,
  nestPassport,
  nestRandomString,
  nestThrottler,
  next,
  nextAuthSession,
  nextjsAuth0,
  nextIronSession,
  nextConfiguration,
  njwt,
  nodeChildProcess,
  nextAuth,
  nodeCrypto,
  nodeRsArgon2,
  nodeRsBcrypt,
  nodeFs,
  nodeFsPromises,
  nodejsSnowflake,
  nodeTls,
  nodeTlsVariable,
  nookies,
  nuxt,
  oauthQueries,
  oauthRequests,
  oidcClientTs,
  openidClient,
  oidcClient,
  oktaAuthJs,
  oslo,
  oslojs,
  oidcProvider,
  passport,
  passportJwt,
  passportOpenIdConnect,
  ...passportOAuth2,
  passwordMethods,
  pg,
  piniaPersistedState,
  piniaPersistedStateNuxt,
  pino,
  randToken,
  randomstring,
  rateLimiterFlexible,
  react,
  reactNativeAsyncStorage,
  reactNativeFs,
  reactNativeKeychain,
  reactRouter,
  redis,
  recoilPersist,
  redux,
  reduxPersist,
  ...reduxPersistStores,
  requestSession,
  sapphireSnowflake,
  sessionAssign,
  shortid,
  sessionFileStore,
  supabaseSsr,
  simpleOAuth2,
  supabase,
  sveltekit,
  sveltekitConfiguration,
  sveltekitEnvironment,
  tsndrJwt,
  t3Env,
  tokenParts,
  tsyringe,
  typedi,
  uidSafe,
  uidSecure,
  ulid,
  uniqid,
  universalCookie,
  usehooksTs,
  util,
  uid,
  undiciTls,
  uuid,
  uuidNameBased,
  uuidV1,
  valibot,
  vue,
  vueUse,
  webStorage,
  webcrypto,
  webextensionPolyfill,
  winston,
  wxt,
  znv,
  zod,
  zustand,
];
