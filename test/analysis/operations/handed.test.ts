import { describe, expect, it } from 'vitest';
import { valueOf } from '../../support/ask.js';

const versions = { versions: { express: '5.1.0' } };

/** What `b` is in a handler of `main.js` that another file may register. */
function inMain(handler: string, routes: string): string {
  return valueOf({ 'main.js': handler, 'routes.js': `import { Router } from 'express'; const router = Router(); ${routes}` }, versions);
}

const LOGIN = "export const login = (a, b) => { use(b); b.cookie('name', 'value'); };";
const RESPONSE = 'express:Response#';

describe('a parameter of a function that is handed to a framework', () => {
  it.each([
    ['by its name', LOGIN, "import { login } from './main.js'; router.post('/login', login);"],
    ['under another name', LOGIN, "import { login as enter } from './main.js'; router.post('/login', enter);"],
    ['as a member', LOGIN, "import * as main from './main.js'; router.route('/login').post(main.login);"],
    ['in a list', LOGIN, "import { login } from './main.js'; router.post('/login', [login]);"],
    ['in a wrapper that cannot be seen', LOGIN, "import { login } from './main.js'; import wrap from 'express-async-handler'; router.post('/login', wrap(login));"],
    ['wrapped where it stands', `const wrap = (fn) => (...all) => fn(...all); ${LOGIN.replace('(a, b)', 'wrap((a, b)').replace('};', '});')}`,
      "import { login } from './main.js'; router.post('/login', login);"],
    ['made by a call', LOGIN.replace('(a, b)', '(users) => (a, b)'), "import { login } from './main.js'; router.post('/login', login(1));"],
    ['by a function around it', LOGIN, "import { login } from './main.js'; router.post('/login', (x, y) => login(x, y));"],
    ['bound', "export class Door { open(a, b) { use(b); b.cookie('name', 'value'); } }",
      "import { Door } from './main.js'; const door = new Door(); router.post('/login', door.open.bind(door));"],
  ])('is what its handlers are given: %s', (_, handler, routes) => {
    expect(inMain(handler, routes)).toBe(RESPONSE);
  });

  it.each([
    ['nobody registers it', LOGIN, "import { login } from './main.js'; console.log(login);"],
    ['another function of the name is registered', LOGIN, "import './main.js'; const login = () => {}; router.post('/login', login);"],
    ['it goes to no router', LOGIN, "import { login } from './main.js'; queue.post('/login', login);"],
    ['it is not used as such an object', LOGIN.replace('b.cookie', 'b.bake'), "import { login } from './main.js'; router.post('/login', login);"],
  ])('is a parameter where %s', (_, handler, routes) => {
    expect(inMain(handler, routes)).toBe('param b');
  });

  it('is what callers pass on, and no object of a project without the framework', () => {
    const helper = "export function attach(to, token) { use(to); to.cookie('name', token); }";
    const routes = "import { attach } from './main.js'; router.post('/login', (a, b) => attach(b, a.token));";
    expect(inMain(helper, routes)).toBe(RESPONSE);
    expect(inMain(helper, routes.replace('attach(b,', 'attach(a.box,'))).toBe('param to');
    const files = { 'main.js': LOGIN, 'routes.js': "import { login } from './main.js'; require('express').Router().post('/login', login);" };
    expect(valueOf(files, { versions: {} })).toBe('param b');
  });
});
