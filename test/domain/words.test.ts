import { describe, expect, it } from 'vitest';
import { stems, words } from '../../src/domain/words.js';

describe('words', () => {
  it.each([
    ['sessionId', 'session id'],
    ['JWTSecret', 'jwt secret'],
    ['connect.sid', 'connect sid'],
    ['__Host-session', 'host session'],
    ['sb-access-token', 'sb access token'],
    ['REFRESH_TOKEN', 'refresh token'],
    ['accesstoken', 'accesstoken'],
    ['userIDs', 'user ids'],
    ['JWTs', 'jwts'],
    ['JWTIsValid', 'jwt is valid'],
    ['getHTTPSUrl', 'get https url'],
    ['OAuthToken', 'oauth token'],
    ['MyOAuth2State', 'my oauth2 state'],
    ['oAuth', 'oauth'],
    ['e-mail', 'email'],
    ['eMailAddress', 'email address'],
    ['e', 'e'],
    ['ipV4', 'ip v4'],
    ['sha256Hash', 'sha256 hash'],
    ['cognito:groups', 'cognito groups'],
    ['https://example.com/roles', 'https example com roles'],
    ['#private', 'private'],
    ['größeÄndern', 'größe ändern'],
    ['___', ''],
    ['', ''],
  ])('splits %s', (name, expected) => {
    expect(words(name).join(' ')).toBe(expected);
  });
});

describe('stems', () => {
  it('drops digits at the end of words and words of digits', () => {
    expect(stems('oauth2_token_3')).toEqual(['oauth', 'token']);
    expect(stems('address1')).toEqual(['address']);
    expect(stems('2fa')).toEqual(['2fa']);
    expect(stems('123')).toEqual([]);
  });
});
