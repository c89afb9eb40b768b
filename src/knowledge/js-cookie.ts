import { SAME_SITE } from './cookie-attributes.js';
import type { LibraryModel, Source } from './model.js';

/** The call's own attributes win over the instance's (js-cookie 3.0.8 dist/js.cookie.mjs, `set`). */
function attribute(name: string): readonly Source[] {
  return [{ arg: 2, path: name }, { chain: 'withAttributes', arg: 0, path: name }];
}

export const jsCookie = {
  name: 'js-cookie',
  packages: ['js-cookie'],
  operations: [
    {
      kind: 'cookie.set',
      path: ['set', 'withAttributes().set', 'withConverter().set'],
      fields: {
        name: { from: { arg: 0 } },
        value: { from: { arg: 1 } },
        httpOnly: { from: attribute('httpOnly') },
        secure: { from: attribute('secure') },
        sameSite: { from: attribute('sameSite'), means: SAME_SITE },
        // A number is days, whatever the attribute is called elsewhere.
        expires: { from: attribute('expires').map((source) => ({ ...source, duration: 'days' as const })) },
        domain: { from: attribute('domain') },
        path: { from: attribute('path'), default: '/' },
        script: { from: { always: true } },
      },
    },
    {
      kind: 'cookie.clear',
      path: ['remove', 'withAttributes().remove', 'withConverter().remove'],
      fields: { name: { from: { arg: 0 } } },
    },
  ],
  fluent: ['withAttributes()', 'withConverter()'],
} satisfies LibraryModel;
