import { describe, expect, it } from 'vitest';
import { compareFrontEnds } from '../../bench/compare.js';
import { parseModule } from '../../src/frontends/sfc/parse.js';
import { astroScripts, svelteScripts, vueScripts } from '../../src/frontends/sfc/scripts.js';
import type { ModuleIR } from '../../src/ir/types.js';

const EQUAL = { kind: 'equal' };

/** Texts of a component's scripts. */
function codes(scripts: typeof vueScripts, text: string): string[] {
  return scripts(text).map(({ range }) => text.slice(...range));
}

function lower(fileName: string, text: string): ModuleIR {
  const result = parseModule(fileName, text);
  if ('error' in result) throw new Error(`${result.error.message} at ${result.error.offset}`);
  return result.ir;
}

const VUE: Readonly<Record<string, string>> = {
  'everything that setup may export': `<script setup lang="ts">
export interface A { b: C }
export type D = E
export const f = 1, g = 2
export { f as h }
export * from './i'
import './j'
export function k() {}
export enum L { M }
</script>
<script lang="ts">
export { default as n } from './o'
const p = 1
</script>`,
  'CommonJS': "<template functional><slot/></template><script>module.exports = { a: require('b') }</script>",
  'a condition at the end of the first script': '<script setup>\nconst b = await f()\nif (b) c()\nelse d()\n</script>\n<script>\nlet z = function () {}\n</script>',
  'end tags in attributes and interpolations': `<template><a :b='"c" > d' @e="f = '</template>'"/>{{ \`}}\` }}</template>\n<script>x</script>`,
  'the Options API': `<template>
  <form @submit.prevent="a < b ? login('>') : 0"><p v-if="a < b && c > d">{{ a <b }} {{ '</p>' }}</p></form>
</template>

<script>
import api from '@/api'
export default {
  name: 'Login',
  data: () => ({ user: null }),
  methods: { async login() { this.user = await api.login('<template>') } },
}
</script>

<style scoped>p > a::after { content: '<script>' }</style>`,
  'setup in TypeScript': `<script setup lang="ts">
import { ref } from 'vue'
const props = withDefaults(defineProps<{ id?: string }>(), { id: 'x' })
const emit = defineEmits<{ (e: 'done', ok: boolean): void }>()
const token = ref<string | null>(null) // eslint-disable-line
const cast = <any>props
</script>
<template><script>ignored()</script><b :title="token as string">{{ token! }}</b></template>`,
  'two scripts, a statement open at the end of the first': `<script lang="ts">
export const KEY = 'k'
export default { inheritAttrs: false }
const open = KEY
</script>
<!-- <script>no()</script> -->
<script lang="ts" setup>
(open as string).trim()
import { a } from 'b'
export type T = { c: D }
/* eslint-disable-next-line x */
await a(KEY)
</script>`,
  'setup before the other script': '<script setup>\nuse(a)\n</script>\n<script>\nconst a = 1\nexport { a as b }\n</script>\n',
  'a script after templates in templates': `<template>
  <Table><template #head="{ row }"><i>{{ row }}</i></template><template v-if="x"/><template #foot><br></template></Table>
  <textarea></template></textarea>
</template>
<script>const x = 1;</script>`,
  'another template language': '<template lang="pug">\ndiv(a="<script>")\n  | </div>\n</template>\n<script>a()</script>',
  'custom blocks': '<i18n>{ "a": "<script>b" }</i18n><docs># <script>\n```</docs>\n<script>c("</docs>")</script>',
  'JSX': '<script lang="jsx">\nexport default { render() { return <a b={c}>{d}</a> } }\n</script>',
  'TSX': '<script lang="tsx">\nexport default { render(): T { return <a b={c as D}>{d}</a> } }\n</script>',
  'JSX without a language': '<script>\nexport default { render: () => <a/> }\n</script>',
  'an end tag in a string, which ends the script': '<script>\nconst a = 1 //</script>\n<template>"</template>',
  'generic': '<script setup lang="ts" generic="T extends string | number, U">\ndefineProps<{ id: T }>()\nconst u = f<U>()\n</script>',
  'no script': '<template><p>{{ a }}</p></template>',
  'an empty script': '<script></script><template/>',
  'a file': '<script src="./code.ts" lang="ts"></script>\n<template><a/></template>',
  'a file in a tag that closes itself': '<script src="./code.js" />\n<template><a/></template>',
  'no end of lines and a comment': '<script>// eslint-disable-next-line a\nb()/* eslint-enable */</script>',
};

const SVELTE: Readonly<Record<string, string>> = {
  'typed properties and runes': `<script lang="ts" generics="T extends { id: string }, U">
  import type { PageData } from './$types';
  interface Props { data: PageData; items: T[]; onpick?: (item: T) => void }
  let { data = $bindable(), items, onpick = () => {}, ...rest }: Props = $props();
  let el: HTMLElement | undefined = $state();
  let form = $derived.by(() => ({ ...data.form }));
  $effect.pre(() => { return () => {} });
  $inspect(form).with(console.trace);
</script>
<div bind:this={el} {...rest}>{#each items as item (item.id)}{@const x = item as T}<b onclick={() => onpick?.(item!)}>{x.id}</b>{/each}</div>`,
  'stores and reactive statements': `<script lang="ts">
  import { writable, type Writable } from 'svelte/store';
  export let store: Writable<number> = writable(0);
  export let a, b = 1, c: string | undefined = undefined;
  export { klass as class };
  let klass = '';
  $: total = $store + (b as number);
  $: ({ x, y: [z] } = $store as any);
  $: { console.log(total); if (total > 3) alert('x') }
  $: console.log(total), void 0
  $: typed = <T>(v: T) => v
  $: [p, q] = $store as any
  $: obj.prop = total;
  $: if (a) { b = 2 } else c = '3'
  $store += 1;
</script>
{#await promise then value}{value}{:catch { message }}{message}{/await}`,
  'the module script last': '<script>\n  let a = 1\n  ;[a] = [2]\n</script>\n<p>{a}</p>\n<script context=module>\n  export const b = 2\n</script>',
  'an empty script': '<script>\n</script>\n<p/>',
  'two scripts': `<script context="module" lang="ts">
  // eslint-disable-next-line a
  export const prerender: boolean = true
</script>

<script lang="ts">
  import { onMount } from 'svelte'
  export let id: string
  export let size = 3
  let name = 'x', other = 1
  $: doubled = size * 2
  $: if (size < 3) { other = 2 }
  $: ({ a, b } = $store)
  onMount(async () => { await f(id as string) }) /* eslint-enable */
  let last = $page.data // trailing
</script>

{#if size < 3}<Input on:click={() => (name = '>')} bind:value={other} />{:else if a > b}x{/if}
{#each list as { key }, i (key)}<li title="a {i < 3 ? '"' : ''}">{key}</li>{/each}
{/* eslint-disable-line */ doubled}
<style>p > a { content: '<script>' }</style>`,
  'the module script of Svelte 5 and runes': `<script module>
  let count = 0
  export function load() { return count }
</script>
<script>
  let { id, token = 'x', ...rest } = $props()
  let value = $state('')
  const twice = $derived(value + value)
  $effect(() => { console.log(twice) })
</script>
<input bind:value><Thing {id} {...rest} on:click={() => { value = 1 }} />
{#snippet row(x)}<b>{x}</b>{/snippet}`,
  'the script at the end': '<p>{a}</p>\n<svelte:head><script>var ignored</script></svelte:head>\n<script>\n  let a = 1\n</script>\n',
  'markup only': '<p>hello</p>',
  'a statement open at the end': '<script>\nlet a = f(1)</script>\n<p/>',
  'a class and functions': `<script lang="ts">
  class Store { #x = 1; get x() { return this.#x } }
  export function open(this: void, a?: string) {}
  export const b = async () => { for await (const c of d) e(c) }
  export { b as g }
</script>`,
  'an expression with braces and strings': "<script>\n  let a = 1\n</script>\n{@html '<b>}' + `${a}}`}{'}'}<i class={`x${a}`} on:click={() => /[}/]/.test(a)}>x</i>",
};

const ASTRO: Readonly<Record<string, string>> = {
  'a comment before the frontmatter': '<!-- comment -->\n---\nconst a = 1\n---\n<p/>',
  'paths and early answers': `---
import type { A } from 'b'
export async function getStaticPaths() { return [{ params: { id: 1 } }] }
type Props = { a: string }
const { a = 'x', ...rest } = Astro.props
switch (a) { case 'x': return new Response(null, { status: 404 }) }
{ const block = 1 }

---
{a && (<p>{a}</p>)}`,
  'only a comment': '---\n// only\n---\n<p/>',
  'a regular expression and an open loop': "---\nconst re = /---/, s = \"it's\"\ndo { d } while (s)\n---\n<style>a{}</style>",
  'frontmatter with a return': `---
import Layout from '../Layout.astro'
export const prerender = false
interface Props { title: string }
const { title } = Astro.props as Props
const session = Astro.cookies.get('session')?.value!
// eslint-disable-next-line a
if (!session) return Astro.redirect('/login')
---
<Layout title={title < 'a' ? "it's" : '---'}>{list.map((one) => <li>it's {one}</li>)}</Layout>
<script>
  import { api } from './api'
  const title: string = api.title // eslint-disable-line
</script>
<script is:inline define:vars={{ title }}>alert(title)</script>
<script type="application/ld+json" set:html={JSON.stringify({})}></script>`,
  'an open statement and a comment at the end': '---\nconst a = b /* eslint-disable */ // c\n---\n<p>{a}</p>\n',
  'no frontmatter': '<p>hello</p>\n<script>a()</script>',
  'only frontmatter': "---\nAstro.cookies.set('a', '---')\n---\n",
  'a fence in a string': "---\nconst a = '---', b = `\n---\n`; /* --- */ // ---\n---\n<p/>",
  'empty frontmatter': '---\n---\n<p>a</p>',
};

describe.each([['vue', VUE], ['svelte', SVELTE], ['astro', ASTRO]] as const)('both front ends agree on .%s', (extension, samples) => {
  describe.each(Object.entries(samples))('%s', (_, text) => {
    it('as it is', () => {
      expect(compareFrontEnds(`a.${extension}`, text)).toEqual([EQUAL]);
    });
    it('with the line ends of Windows', () => {
      expect(compareFrontEnds(`a.${extension}`, text.replaceAll('\n', '\r\n'))).toEqual([EQUAL]);
    });
    it('with a byte-order mark', () => {
      expect(compareFrontEnds(`a.${extension}`, `\uFEFF${text}`)).toEqual([EQUAL]);
    });
  });
});

describe('the scripts of a component', () => {
  it('are those of the top level of a Vue file, whatever templates, comments and other blocks say', () => {
    expect(codes(vueScripts, VUE['the Options API'] ?? '')).toEqual([expect.stringContaining('export default {')]);
    expect(codes(vueScripts, VUE['a script after templates in templates'] ?? '')).toEqual(['const x = 1;']);
    expect(codes(vueScripts, VUE['custom blocks'] ?? '')).toEqual(['c("</docs>")']);
    expect(codes(vueScripts, VUE['another template language'] ?? '')).toEqual(['a()']);
    expect(codes(vueScripts, VUE['two scripts, a statement open at the end of the first'] ?? '')).toHaveLength(2);
    expect(codes(vueScripts, '<template>{{ "{{" }} <b v-pre>{{</b></template><script>({a: {}})</script>')).toEqual(['({a: {}})']);
    expect(codes(vueScripts, '<template>a < b <3</template><script>c</script>')).toEqual(['c']);
    expect(codes(vueScripts, '<SCRIPT>a</SCRIPT ><script\n>b</script\n>')).toEqual(['b']);
  });

  it('are in the language that the tag names', () => {
    const dialects = ['', ' lang="ts"', ' lang=tsx', ' lang=\'jsx\'', ' setup lang="ts" generic="T extends A<B>"', ' type="module"', ' type="text/typescript"']
      .map((attributes) => vueScripts(`<script${attributes}>a</script>`)[0]?.dialect);
    expect(dialects).toEqual(['js', 'ts', 'tsx', 'js', 'ts', 'js', 'ts']);
  });

  it('run: neither data, nor another language, nor a file', () => {
    const attributes = ['type="application/json"', 'type="application/ld+json"', 'type="importmap"', 'type="text/x-template"', 'lang="coffee"', 'src="a.js"'];
    expect(attributes.flatMap((attribute) => vueScripts(`<script ${attribute}>a</script>`))).toEqual([]);
    expect(attributes.flatMap((attribute) => svelteScripts(`<script ${attribute}>a</script>`))).toEqual([]);
    expect(attributes.filter((attribute) => !attribute.startsWith('lang')).flatMap((attribute) => astroScripts(`<script ${attribute}>a</script>`))).toEqual([]);
  });

  it('stand in no element and no block of a Svelte file', () => {
    const text = '{#if a < b}<script>1</script>{:else}<p>{/if}<Thing on:x={() => a > "<script>"} /><br>\n'
      + '<svelte:head><script>2</script></svelte:head>{@html `<script>${3}<\\/script>`}{"}"}<b title="{`"`}">x</b>\n<script>4</script>';
    expect(codes(svelteScripts, text)).toEqual(['4']);
    expect(svelteScripts(SVELTE['two scripts'] ?? '').map(({ dialect, role }) => `${dialect} ${role}`)).toEqual(['ts module', 'ts instance']);
    expect(svelteScripts(SVELTE['the module script of Svelte 5 and runes'] ?? '').map(({ role }) => role)).toEqual(['module', 'instance']);
  });

  it('are the frontmatter of an Astro file and what its page runs', () => {
    const scripts = astroScripts(ASTRO['frontmatter with a return'] ?? '');
    expect(scripts.map(({ role }) => role)).toEqual(['module', 'page', 'page']);
    expect(codes(astroScripts, ASTRO['a fence in a string'] ?? '')).toEqual([expect.stringContaining('/* --- */')]);
    expect(codes(astroScripts, '{/* <script>no</script> */}<a b={c > d} e={`<script>`}/><script>yes</script>')).toEqual(['yes']);
  });

  it('are found in time proportional to the text, however it is written', () => {
    const prefixes = ['', '<template>', '<p title="', '{', '---\n', '<a>'.repeat(20_000), '{#if a}'.repeat(10_000)];
    const parts = [
      '{', '<a ', '<a b="', '<!--', '{{', "'", '<a b={', '<script>', '<script></script>', '</template>', '<template>', '{#if a}', '</b>',
      '{/if}', '}}', '<!-- -->', '/*', '<a {', '\\',
    ];
    const start = performance.now();
    for (const text of prefixes.flatMap((prefix) => parts.map((part) => prefix + part.repeat(Math.ceil(80_000 / part.length))))) {
      for (const scripts of [vueScripts, svelteScripts, astroScripts]) scripts(text);
    }
    expect(performance.now() - start).toBeLessThan(15_000);
  });
});

describe('parseModule', () => {
  it('reads other files as they are', () => {
    expect(lower('a.ts', 'const a = <B>c')).toEqual(lower('b.mts', 'const a = <B>c'));
    expect(lower('a.json', '{ "b": 1 }').body).toMatchObject([{ kind: 'export-default' }]);
  });

  it('keeps offsets, line ends included, and suppression comments', () => {
    const text = '\uFEFF<template>\r\n</template>\r\n<script>\r\n// eslint-disable-next-line a\r\nb()\r\n</script>\r\n';
    const { body, comments } = lower('a.vue', text);
    const [statement] = body;
    expect(text.slice(1).slice(...(statement?.range ?? [0, 0]))).toBe('b()');
    expect(comments?.map(({ range }) => text.slice(1).slice(...range))).toEqual(['// eslint-disable-next-line a']);
  });

  it('gives each script of a page a scope of its own', () => {
    const { body } = lower('a.astro', '---\nconst a = 1\n---\n<script>const a = 2</script><script>const a = 3</script>');
    expect(body.map(({ kind }) => kind)).toEqual(['variable', 'block', 'block']);
  });

  it('says where the first syntax error is, and nothing else', () => {
    const text = '<script>\nconst a = ;\n</script>\n<script setup>\nconst = 1\n</script>';
    expect(parseModule('a.vue', text)).toEqual({ error: { message: 'Expression expected.', offset: text.indexOf(';') } });
    expect(parseModule('a.vue', '<script>type A = 1</script><script lang="ts">type A = 1</script>')).toMatchObject({ ir: {} });
  });

  it('takes what the markup or the component\'s user sets for open', () => {
    const text = `<script>
      export let property = 'a'; let bound = 'b'; let short = 'c'; let clicked = 'd'; let counted = 0; let passed = 'e'; const fixed = 'f';
    </script>
    <input bind:value={bound} bind:short on:click={() => (clicked = 'x')} on:x={() => counted++} passed={passed} fixed={fixed}>`;
    const { body } = lower('a.svelte', text);
    const kinds = body.flatMap((statement) => (statement.kind === 'variable' ? statement.declarations : [])).map(({ target, init }) =>
      `${target.kind === 'identifier' ? target.name : ''} ${init?.kind ?? ''}`);
    expect(kinds).toEqual([
      'property conditional', 'bound conditional', 'short conditional', 'clicked conditional', 'counted conditional', 'passed string', 'fixed string',
    ]);
  });

  it('refuses what is nested too deeply', () => {
    expect(parseModule('a.svelte', `{${'`${'.repeat(100_000)}`)).toMatchObject({ error: { offset: 0 } });
  });

  it('never throws, wherever a file breaks off', () => {
    for (const [extension, samples] of [['vue', VUE], ['svelte', SVELTE], ['astro', ASTRO]] as const) {
      for (const text of Object.values(samples)) {
        for (let end = 0; end < text.length; end += 3) expect(() => parseModule(`a.${extension}`, text.slice(0, end))).not.toThrow();
      }
    }
  });

});
