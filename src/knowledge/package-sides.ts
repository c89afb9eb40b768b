/** Patterns of packages, and of paths within them, that only servers import. `node:` stands before what comes with Node.js. */
const SERVER = [
  'node:.*', 'express', '@types/express', 'fastify', '@fastify/.*', 'koa', '@koa/.*', 'koa-.*', 'hono', '@hono/.*', '@nestjs/.*', '@hapi/.*', 'h3', 'restify', 'polka',
  'elysia', '@elysiajs/.*', 'next/server', 'next/headers', 'apollo-server.*', '@apollo/server', 'graphql-yoga', 'type-graphql', 'mongoose',
  'mongodb', 'typeorm', 'typedi', '@prisma/client', 'sequelize.*', 'knex', 'objection', 'drizzle-orm.*', 'pg', 'mysql2?', 'redis', 'ioredis',
  'socket\\.io', 'ws', 'aws-lambda', '@remix-run/node', '@react-router/node', 'passport.*', 'bcrypt(?:js)?', 'argon2', 'cookie-parser',
  'express-.*', 'firebase-admin', 'nodemailer', 'routing-controllers',
];

/** The same of those that only the user's side imports. */
const BROWSER = [
  'react', 'react-dom', 'react-router-dom', 'react-redux', '@reduxjs/toolkit', 'redux.*', 'vue', 'vue-router', 'vuex', 'pinia', 'svelte', 'solid-js',
  '@angular/.*', 'angular.*', 'rxjs', 'next/router', 'next/link', 'zustand', 'jotai', 'js-cookie', 'jquery', '@ionic/.*', 'react-native', '@react-native.*',
  'expo', 'expo-.*', 'localforage', 'preact', 'lit', '@tanstack/react-query', 'react-cookie', 'universal-cookie', 'vue-.*', 'ngx-.*', '@auth0/angular-jwt',
];

function anyOf(patterns: readonly string[]): RegExp {
  return new RegExp(`^(?:${patterns.join('|')})(?:/.*)?$`);
}

/** Matches `package` or `package/subpath` of what only servers import. */
export const SERVER_PACKAGES: RegExp = anyOf(SERVER);

/** Matches `package` or `package/subpath` of what only pages and apps import. */
export const BROWSER_PACKAGES: RegExp = anyOf(BROWSER);

/** Frameworks whose projects are servers alone, pages or apps alone, or both. */
export const FRAMEWORKS_BY_SIDE = {
  server: ['express', 'fastify', 'koa', 'hono', '@nestjs/core', '@nestjs/common', '@hapi/hapi', 'apollo-server', '@apollo/server'],
  browser: ['react', 'vue', 'svelte', '@angular/core', 'solid-js', 'preact', 'react-native'],
  both: ['next', 'nuxt', '@sveltejs/kit', '@remix-run/react', 'astro', '@react-router/node', '@tanstack/react-start'],
} as const;
