import type { Look } from "../looks";

/** By type: what it is called, and the sentence after "{actor} ". */
export type Types = Record<string, readonly [label: string, predicate: string]>;

/** Types that look the same. */
export type Group = readonly [Look, Types];

export const GONE: Look = { icon: "trash-2", color: "gray" };
export const FILE: Look = { icon: "file", color: "blue" };
export const HUDDLE: Look = { icon: "activity", color: "green" };
