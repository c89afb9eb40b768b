import type { LibraryModel } from './model.js';

/** `combineReducers({ auth })` has a state of the same members (redux 5.0.1 dist/redux.mjs); so has the reducer's own result. */
export const redux = {
  name: 'redux',
  packages: ['redux', '@reduxjs/toolkit'],
  operations: [],
  states: {
    'combineReducers()': { arg: 0, reducer: true },
    'combineReducers()()': { arg: 0, reducer: true },
    'createSlice().reducer': { arg: 0, path: 'initialState' },
    'createReducer()': { arg: 0 },
  },
} satisfies LibraryModel;
