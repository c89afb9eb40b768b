import { describe, expect, it } from 'vitest';
import { fieldsOf, operationsIn } from '../support/operations.js';

const hsts = (text: string, versions: Record<string, string>) => fieldsOf(operationsIn(text, { versions }), 'hsts.configure', 'enabled', 'maxAge');

describe('Strict-Transport-Security', () => {
  it.each([
    ['3.23.3', 'helmet()', 15_552_000],
    ['7.2.0', 'helmet()', 15_552_000],
    ['8.3.0', 'helmet()', 31_536_000],
    ['>=7', 'helmet()', 'absent'],
    ['8.3.0', 'helmet({ strictTransportSecurity: { maxAge: 60 } })', 60],
    ['8.3.0', 'helmet.hsts({ maxAge: 60 })', 60],
    ['7.2.0', 'helmet.strictTransportSecurity()', 15_552_000],
  ])('of helmet %s: %s', (version, call, maxAge) => {
    expect(hsts(`import helmet from 'helmet'; ${call};`, { helmet: version }).map(([, seconds]) => seconds)).toEqual([maxAge]);
  });

  it('is what is turned off', () => {
    expect(hsts("import helmet from 'helmet'; helmet({ hsts: false });", { helmet: '8.3.0' }).map(([enabled]) => enabled)).toEqual([false]);
  });

  it('of its ports is that of the helmet that they bring', () => {
    expect(hsts("import helmet from 'koa-helmet'; helmet();", { 'koa-helmet': '6.1.0' })).toEqual([[true, 15_552_000]]);
    expect(hsts("import helmet from 'koa-helmet'; helmet();", { 'koa-helmet': '8.0.3' })).toEqual([[true, 'absent']]);
    const fastify = "import Fastify from 'fastify'; import helmet from '@fastify/helmet'; Fastify().register(helmet);";
    expect(hsts(fastify, { fastify: '5.3.0', '@fastify/helmet': '13.2.0' })).toEqual([[true, 31_536_000]]);
    expect(hsts(fastify, { fastify: '4.28.0', '@fastify/helmet': '11.1.1' })).toEqual([[true, 15_552_000]]);
  });

  it('of hono is 180 days', () => {
    expect(hsts("import { secureHeaders } from 'hono/secure-headers'; secureHeaders();", { hono: '4.13.19' })).toEqual([[true, 15_552_000]]);
  });
});

const ENDPOINTS = ['issuer', 'authorization', 'token', 'keys', 'redirect'];

describe('addresses of a login', () => {
  it.each<[string, unknown[]]>([
    ["import Strategy from 'passport-oauth2'; new Strategy({ authorizationURL: 'a', tokenURL: 't', callbackURL: 'c' }, verify);", ['unknown', 'a', 't', 'unknown', 'c']],
    ["import { GitLab } from 'arctic'; new GitLab('i', id, secret, 'r');", ['i', 'unknown', 'unknown', 'unknown', 'r']],
    ["import { Google } from 'arctic'; new Google(id, secret, 'r');", ['unknown', 'unknown', 'unknown', 'unknown', 'r']],
    ["import { Issuer } from 'openid-client'; Issuer.discover('i');", ['i', 'unknown', 'unknown', 'unknown', 'unknown']],
    ["import { Issuer } from 'openid-client'; new Issuer({ issuer: 'i', token_endpoint: 't', jwks_uri: 'k' });", ['i', 'absent', 't', 'k', 'unknown']],
    ["import * as client from 'openid-client'; client.buildAuthorizationUrl(config, { redirect_uri: 'r' });", ['unknown', 'unknown', 'unknown', 'unknown', 'r']],
    ["import { JwksClient } from 'jwks-rsa'; new JwksClient({ jwksUri: 'k' });", ['unknown', 'unknown', 'unknown', 'k', 'unknown']],
    [
      "import Fastify from 'fastify'; import oauth from '@fastify/oauth2';" +
        "Fastify().register(oauth, { callbackUri: 'c', discovery: { issuer: 'i' }, credentials: { client } });",
      ['i', 'absent', 'absent', 'unknown', 'c'],
    ],
  ])('%s', (text, expected) => {
    expect(fieldsOf(operationsIn(text, { versions: { fastify: '5.3.0' } }), 'endpoint.configure', ...ENDPOINTS)).toEqual([expected]);
  });
});
