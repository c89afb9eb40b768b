import { describe, expect, it } from 'vitest';
import { fieldsOf, operationsIn } from '../support/operations.js';

const OPTIONS = { versions: { next: '15.5.29' } };
const FLAGS = ['name', 'httpOnly', 'secure', 'sameSite', 'maxAge', 'path'];

describe('cookies of Next.js', () => {
  it('are set by next/headers, awaited or not, in both forms', () => {
    const operations = operationsIn(`
      'use server';
      import { cookies } from 'next/headers';
      export async function login() {
        cookies().set('a', value, { httpOnly: true, maxAge: 900 });
        (await cookies()).set({ name: 'b', value, secure: true, sameSite: 'strict' });
        const jar = await cookies();
        jar.set('c', value);
        jar.delete('d');
        jar.delete({ name: 'e', path: '/' });
      }
    `, OPTIONS);
    expect(fieldsOf(operations, 'cookie.set', ...FLAGS)).toEqual([
      ['a', true, 'absent', 'absent', 900, '/'],
      ['b', 'absent', true, 'strict', 'absent', '/'],
      ['c', 'absent', 'absent', 'absent', 'absent', '/'],
    ]);
    expect(fieldsOf(operations, 'cookie.clear', 'name')).toEqual([['d'], ['e']]);
  });

  it('are set on responses, and not on requests', () => {
    const operations = operationsIn({
      'app/api/login/route.ts': `
        import { NextResponse, type NextRequest } from 'next/server';
        export async function POST(request) {
          request.cookies.set('of-the-request', value);
          const response = NextResponse.json({ ok: true });
          response.cookies.set('a', value);
          response.headers.append('Set-Cookie', 'b=1; HttpOnly');
          return NextResponse.json({}, { headers: { 'Set-Cookie': 'c=1; Secure' } });
        }
        export function GET(request: NextRequest) {
          request.cookies.set('of-the-request', value);
          const response = new NextResponse(null);
          response.cookies.set({ name: 'd', value });
          answered(NextResponse.redirect(request.url));
        }
        function answered(response: NextResponse<unknown>) {
          response.cookies.set('e', value);
        }
      `,
    }, OPTIONS);
    expect(fieldsOf(operations, 'cookie.set', 'name', 'httpOnly', 'secure')).toEqual([
      ['a', 'absent', 'absent'],
      ['b', true, 'absent'],
      ['c', 'absent', true],
      ['d', 'absent', 'absent'],
      ['e', 'absent', 'absent'],
    ]);
  });

  it('are set by the response of API routes and of getServerSideProps, by position and by type', () => {
    const operations = operationsIn({
      'pages/api/login.js': `
        import { serialize } from './serialize';
        async function handler(request_, answer) {
          answer.status(200).setHeader('Set-Cookie', 'a=1');
        }
        export default serialize(handler);
      `,
      'pages/api/made.js': `
        const made = (answer) => (_request, _response) => answer.setHeader('Set-Cookie', 'not=1');
        export default made(somebody);
      `,
      'pages/index.js': "export const getServerSideProps = async ({ res }) => { res.setHeader('Set-Cookie', ['b=1', 'c=2; Secure']); };",
      'lib/typed.ts': `
        import type { NextApiResponse } from 'next';
        export class Sender { send(answer: NextApiResponse<string>) { answer.setHeader('Set-Cookie', 'd=1'); } }
      `,
      'lib/untyped.js': "export function send(res) { res.setHeader('Set-Cookie', 'e=1'); }",
    }, OPTIONS);
    expect(fieldsOf(operations, 'cookie.set', 'name', 'secure', 'likely')).toEqual([
      ['a', 'absent', false],
      ['b', 'absent', false],
      ['c', true, false],
      ['d', 'absent', false],
      ['e', 'absent', true],
    ]);
  });

  it('name no Strict when `sameSite` is true', () => {
    const operations = operationsIn("import { cookies } from 'next/headers'; (await cookies()).set('a', value, { sameSite: true });", OPTIONS);
    expect(fieldsOf(operations, 'cookie.set', 'sameSite')).toEqual([[true]]);
  });
});
