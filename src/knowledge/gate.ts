import { importSpecifiers } from '../ir/specifiers.js';
import { libraries } from './index.js';

/** Specifiers that every second file imports tell nothing; their libraries name vocabulary instead. */
const TELLS_NOTHING = new Set(['global', 'express', 'node:crypto', 'node:http', '@nestjs/common', '@nestjs/config', '@nestjs/core', '@nestjs/platform-express', 'koa', '@koa/router', 'koa-router', 'fastify', 'fastify-plugin', 'hono', 'next', 'next/server', 'react-router', '@remix-run/node', '@sveltejs/kit']);

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

const specifiers = new Set<string>();
const words = new Set<string>();
for (const { packages, vocabulary, operations } of libraries) {
  // A library that only converts makes nothing worth looking at.
  for (const name of operations.length === 0 ? [] : packages) if (!TELLS_NOTHING.has(name)) specifiers.add(name);
  for (const word of vocabulary ?? []) words.add(escaped(word));
}
const VOCABULARY = new RegExp([...words].join('|'));

/**
 * Whether a text has anything in it that an operation could come from. Linear in the text, and never parses. `imported`:
 * what the text seems to import, where that is known already.
 */
export function hasVocabulary(text: string, imported: readonly string[] = importSpecifiers(text)): boolean {
  return imported.some((specifier) => specifiers.has(specifier)) || VOCABULARY.test(text);
}
