// Next bundles each route by itself: what they share is on globalThis.
const KEY = Symbol.for("bench.readers");
globalThis[KEY] ??= new Set();

/** The controllers of all open streams. */
export const readers = globalThis[KEY];
