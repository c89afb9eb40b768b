// Written by `npm run docs`: the models that the files here export.
import { arctic } from './arctic.js';
import { argon2 } from './argon2.js';
import { astro, astroConfiguration, astroPage } from './astro.js';
import { asyncStorage, reactNativeAsyncStorage } from './async-storage.js';
import { authCore, nextAuthSession } from './auth-js.js';
import { authJsProviders } from './auth-js-providers.js';
import { auth0 } from './auth0.js';
import { amazonCognitoIdentity, awsAmplify, awsAmplifyStores } from './aws-cognito.js';
import { bcrypt } from './bcrypt.js';
import { bcryptjs } from './bcryptjs.js';
import { betterAuth } from './better-auth.js';
import { bunyan } from './bunyan.js';
import { capacitorPreferences } from './capacitor.js';
import { chance } from './chance.js';
import { clientSessions } from './client-sessions.js';
import { clock } from './clock.js';
import { connectMongo } from './connect-mongo.js';
import { connectPgSimple } from './connect-pg-simple.js';
import { connectRedis } from './connect-redis.js';
import { consola } from './consola.js';
import { consoleLog } from './console-log.js';
import { convict } from './convict.js';
import { cookie } from './cookie.js';
import { cookieParser } from './cookie-parser.js';
import { cookieSession } from './cookie-session.js';
import { cookieStore } from './cookie-store.js';
import { cookies } from './cookies.js';
import { cookiesNext } from './cookies-next.js';
import { cors } from './cors.js';
import { corsHeaders } from './cors-headers.js';
import { cryptoJs } from './crypto-js.js';
import { cryptoRandomString } from './crypto-random-string.js';
import { csrfCsrf } from './csrf-csrf.js';
import { csrfSync } from './csrf-sync.js';
import { csurf } from './csurf.js';
import { cuid } from './cuid.js';
import { cuid2 } from './cuid2.js';
import { debug } from './debug.js';
import { dexie } from './dexie.js';
import { digestPackages } from './digest-packages.js';
import { documentCookie } from './document-cookie.js';
import { electron, electronStore } from './electron.js';
import { elysia, elysiaJwt } from './elysia.js';
import { encoding } from './encoding.js';
import { envVar } from './env-var.js';
import { environment } from './environment.js';
import { envalid, envsafe, joi, t3Env, valibot, znv, zod } from './environment-schemas.js';
import { expoFileSystem } from './expo-file-system.js';
import { expoSecureStore } from './expo-secure-store.js';
import { express } from './express.js';
import { expressJwt } from './express-jwt.js';
import { expressOAuth2JwtBearer } from './express-oauth2-jwt-bearer.js';
import { expressOpenidConnect } from './express-openid-connect.js';
import { expressRateLimit } from './express-rate-limit.js';
import { expressSession, requestSession, sessionAssign } from './express-session.js';
import { extensionStorage, webextensionPolyfill, wxt } from './extension-storage.js';
import { faker } from './faker.js';
import { fastJwt } from './fast-jwt.js';
import { fastify } from './fastify.js';
import { fastifyCookie } from './fastify-cookie.js';
import { fastifyCors } from './fastify-cors.js';
import { fastifyCsrfProtection } from './fastify-csrf-protection.js';
import { fastifyHelmet } from './fastify-helmet.js';
import { fastifyJwt } from './fastify-jwt.js';
import { fastifyOAuth2 } from './fastify-oauth2.js';
import { fastifyPassport } from './fastify-passport.js';
import { fastifyRateLimit } from './fastify-rate-limit.js';
import { fastifyRequestSession, fastifySecureSession, fastifySession } from './fastify-session.js';
import { firebaseAuth } from './firebase-auth.js';
import { fastifyLogger, nestLogger } from './framework-loggers.js';
import { globalVariables } from './global-variables.js';
import { h3 } from './h3.js';
import { hapi, hapiCookie, hapiYar } from './hapi.js';
import { hapiIron } from './hapi-iron.js';
import { hapiJwt } from './hapi-jwt.js';
import { hashWasm } from './hash-wasm.js';
import { headers } from './headers.js';
import { helmet } from './helmet.js';
import { hono } from './hono.js';
import { honoCors } from './hono-cors.js';
import { honoCsrf } from './hono-csrf.js';
import { honoSecureHeaders } from './hono-secure-headers.js';
import { http } from './http.js';
import { httpClients } from './http-clients.js';
import { hyperid } from './hyperid.js';
import { idbKeyval } from './idb-keyval.js';
import { idb, indexedDb } from './indexed-db.js';
import { ioredis } from './ioredis.js';
import { ironSession, nextIronSession } from './iron-session.js';
import { jose } from './jose.js';
import { jotai } from './jotai.js';
import { jsCookie } from './js-cookie.js';
import { jsonwebtoken } from './jsonwebtoken.js';
import { jsrsasign } from './jsrsasign.js';
import { jwkToPem } from './jwk-to-pem.js';
import { jwksRsa } from './jwks-rsa.js';
import { jwtDecode } from './jwt-decode.js';
import { jwtSimple } from './jwt-simple.js';
import { kafkajs } from './kafkajs.js';
import { keygrip } from './keygrip.js';
import { koa } from './koa.js';
import { koaCors } from './koa-cors.js';
import { koaHelmet } from './koa-helmet.js';
import { koaJwt } from './koa-jwt.js';
import { koaPassport } from './koa-passport.js';
import { contextSession, koaGenericSession, koaSession, koaSessionMinimal } from './koa-session.js';
import { localforage } from './localforage.js';
import { lodash, lodashRandom, lodashUniqueId } from './lodash.js';
import { log4js } from './log4js.js';
import { loglevel } from './loglevel.js';
import { lucia } from './lucia.js';
import { lusca } from './lusca.js';
import { mathRandom } from './math-random.js';
import { memorystore } from './memorystore.js';
import { mmkv } from './mmkv.js';
import { mongodb } from './mongodb.js';
import { mongoose } from './mongoose.js';
import { msalBrowser } from './msal-browser.js';
import { mysql2 } from './mysql2.js';
import { nanoid, nanoidNonSecure } from './nanoid.js';
import { nanostoresPersistent } from './nanostores-persistent.js';
import { nestCommon, nestExpress } from './nest-common.js';
import { nestConfig } from './nest-config.js';
import { nestCors } from './nest-cors.js';
import { nestJwt } from './nest-jwt.js';
import { nestPassport } from './nest-passport.js';
import { nestThrottler } from './nest-throttler.js';
import { next, nextConfiguration } from './next.js';
import { nextAuth } from './next-auth.js';
import { nextjsAuth0 } from './nextjs-auth0.js';
import { njwt } from './njwt.js';
import { nodeCrypto } from './node-crypto.js';
import { nodeQuerystring } from './node-querystring.js';
import { nodeRsArgon2, nodeRsBcrypt } from './node-rs.js';
import { nodeChildProcess, nodeFs, nodeFsPromises } from './node-system.js';
import { nodeTls, nodeTlsVariable } from './node-tls.js';
import { nookies } from './nookies.js';
import { nuxt } from './nuxt.js';
import { oidcClient } from './oidc-client.js';
import { oidcClientTs } from './oidc-client-ts.js';
import { oidcProvider } from './oidc-provider.js';
import { oktaAuthJs } from './okta-auth-js.js';
import { openidClient } from './openid-client.js';
import { oslo, oslojs } from './oslo.js';
import { passport } from './passport.js';
import { passportJwt } from './passport-jwt.js';
import { passportOAuth2 } from './passport-oauth2.js';
import { passportOpenIdConnect } from './passport-openidconnect.js';
import { passwordMethods } from './password-methods.js';
import { pg } from './pg.js';
import { piniaPersistedState, piniaPersistedStateNuxt } from './pinia-persistedstate.js';
import { pino } from './pino.js';
import { qs } from './qs.js';
import { queryString } from './query-string.js';
import { randToken } from './rand-token.js';
import { randomstring } from './randomstring.js';
import { rateLimiterFlexible } from './rate-limiter-flexible.js';
import { react } from './react.js';
import { reactNativeFs } from './react-native-fs.js';
import { reactNativeKeychain } from './react-native-keychain.js';
import { reactRouter } from './react-router.js';
import { recoilPersist } from './recoil-persist.js';
import { redis } from './redis.js';
import { redux } from './redux.js';
import { reduxPersist, reduxPersistStores } from './redux-persist.js';
import { sequelize } from './sequelize.js';
import { sessionFileStore } from './session-file-store.js';
import { shortid } from './shortid.js';
import { simpleOAuth2 } from './simple-oauth2.js';
import { flakeIdgen, nodejsSnowflake, sapphireSnowflake } from './snowflake.js';
import { supabase } from './supabase.js';
import { supabaseSsr } from './supabase-ssr.js';
import { sveltekit, sveltekitConfiguration, sveltekitEnvironment } from './sveltekit.js';
import { tokenParts } from './token-parts.js';
import { tsndrJwt } from './tsndr-jwt.js';
import { tsyringe } from './tsyringe.js';
import { typedi } from './typedi.js';
import { typeorm } from './typeorm.js';
import { nestRandomString, uid, uidSecure } from './uid.js';
import { uidSafe } from './uid-safe.js';
import { ulid } from './ulid.js';
import { undici } from './undici.js';
import { uniqid } from './uniqid.js';
import { universalCookie } from './universal-cookie.js';
import { urlSearchParams } from './url-search-params.js';
import { usehooksTs } from './usehooks-ts.js';
import { util } from './util.js';
import { uuid, uuidNameBased, uuidV1 } from './uuid.js';
import { vue } from './vue.js';
import { vueUse } from './vueuse.js';
import { webStorage } from './web-storage.js';
import { webcrypto } from './webcrypto.js';
import { winston } from './winston.js';
import { zustand } from './zustand.js';
import type { LibraryModel } from './model.js';

/** Every library that authlint knows. */
export const libraries: readonly LibraryModel[] = [
  arctic,
  argon2,
  astro,
  astroConfiguration,
  astroPage,
  asyncStorage,
  reactNativeAsyncStorage,
  authCore,
  nextAuthSession,
  authJsProviders,
  auth0,
  amazonCognitoIdentity,
  awsAmplify,
  awsAmplifyStores,
  bcrypt,
  bcryptjs,
  betterAuth,
  bunyan,
  capacitorPreferences,
  chance,
  clientSessions,
  clock,
  connectMongo,
  connectPgSimple,
  connectRedis,
  consola,
  consoleLog,
  convict,
  cookie,
  cookieParser,
  cookieSession,
  cookieStore,
  cookies,
  cookiesNext,
  cors,
  ...corsHeaders,
  cryptoJs,
  cryptoRandomString,
  csrfCsrf,
  csrfSync,
  csurf,
  cuid,
  cuid2,
  debug,
  dexie,
  ...digestPackages,
  documentCookie,
  electron,
  electronStore,
  elysia,
  elysiaJwt,
  encoding,
  envVar,
  environment,
  envalid,
  envsafe,
  joi,
  t3Env,
  valibot,
  znv,
  zod,
  expoFileSystem,
  expoSecureStore,
  express,
  expressJwt,
  expressOAuth2JwtBearer,
  expressOpenidConnect,
  expressRateLimit,
  expressSession,
  requestSession,
  sessionAssign,
  extensionStorage,
  webextensionPolyfill,
  wxt,
  faker,
  fastJwt,
  fastify,
  fastifyCookie,
  fastifyCors,
  fastifyCsrfProtection,
  fastifyHelmet,
  fastifyJwt,
  fastifyOAuth2,
  fastifyPassport,
  fastifyRateLimit,
  fastifyRequestSession,
  fastifySecureSession,
  fastifySession,
  firebaseAuth,
  fastifyLogger,
  nestLogger,
  globalVariables,
  h3,
  hapi,
  hapiCookie,
  hapiYar,
  hapiIron,
  hapiJwt,
  hashWasm,
  headers,
  helmet,
  hono,
  honoCors,
  honoCsrf,
  honoSecureHeaders,
  http,
  ...httpClients,
  hyperid,
  idbKeyval,
  idb,
  indexedDb,
  ioredis,
  ironSession,
  nextIronSession,
  jose,
  jotai,
  jsCookie,
  jsonwebtoken,
  jsrsasign,
  jwkToPem,
  jwksRsa,
  jwtDecode,
  jwtSimple,
  kafkajs,
  keygrip,
  koa,
  koaCors,
  koaHelmet,
  koaJwt,
  koaPassport,
  contextSession,
  koaGenericSession,
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
  memorystore,
  mmkv,
  mongodb,
  mongoose,
  msalBrowser,
  mysql2,
  nanoid,
  nanoidNonSecure,
  nanostoresPersistent,
  nestCommon,
  nestExpress,
  nestConfig,
  nestCors,
  nestJwt,
  nestPassport,
  nestThrottler,
  next,
  nextConfiguration,
  nextAuth,
  nextjsAuth0,
  njwt,
  nodeCrypto,
  nodeQuerystring,
  nodeRsArgon2,
  nodeRsBcrypt,
  nodeChildProcess,
  nodeFs,
  nodeFsPromises,
  nodeTls,
  nodeTlsVariable,
  nookies,
  nuxt,
  oidcClient,
  oidcClientTs,
  oidcProvider,
  oktaAuthJs,
  openidClient,
  oslo,
  oslojs,
  passport,
  passportJwt,
  ...passportOAuth2,
  passportOpenIdConnect,
  passwordMethods,
  pg,
  piniaPersistedState,
  piniaPersistedStateNuxt,
  pino,
  qs,
  queryString,
  randToken,
  randomstring,
  rateLimiterFlexible,
  react,
  reactNativeFs,
  reactNativeKeychain,
  reactRouter,
  recoilPersist,
  redis,
  redux,
  reduxPersist,
  ...reduxPersistStores,
  sequelize,
  sessionFileStore,
  shortid,
  simpleOAuth2,
  flakeIdgen,
  nodejsSnowflake,
  sapphireSnowflake,
  supabase,
  supabaseSsr,
  sveltekit,
  sveltekitConfiguration,
  sveltekitEnvironment,
  tokenParts,
  tsndrJwt,
  tsyringe,
  typedi,
  typeorm,
  nestRandomString,
  uid,
  uidSecure,
  uidSafe,
  ulid,
  undici,
  uniqid,
  universalCookie,
  urlSearchParams,
  usehooksTs,
  util,
  uuid,
  uuidNameBased,
  uuidV1,
  vue,
  vueUse,
  webStorage,
  webcrypto,
  winston,
  zustand,
];
