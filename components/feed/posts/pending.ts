"use client";
import { useSyncExternalStore } from "react";
import { parse } from "valibot";
import type { Activity } from "@/activity/activity";
import { asActivityError } from "@/activity/errors";
import type { NewPost } from "@/activity/post";
import { readableActivity } from "../answers";
import { onTryNow } from "../live/try-now";
import { failureOf, isOffline, request } from "../request";
import { markPosted } from "./posted";

/** What was said and is not yet, or not long, in the feed. */
export interface Pending {
  /** Its idempotency key, the same each time it is tried: whatever arrived already is not stored twice. */
  key: string;
  team: string;
  post: NewPost;
  /** `waiting`: the browser is offline; it is sent once it no longer is. */
  state: "sending" | "waiting" | "failed" | "stored";
  /** Why it failed. */
  reason: string | null;
  activity: Activity | null;
}

// Not in a component: what is on its way must neither be lost nor fail unseen when another activity is opened.
const byPlace = new Map<string, readonly Pending[]>();
const readers = new Set<() => void>();
const NOTHING: readonly Pending[] = [];

const listAll = () => [...byPlace].flatMap(([place, all]) => all.map((pending) => ({ place, pending })));

/** Browsers ask before a page is left that holds what nobody else has. */
function warn(event: Event): void {
  if (listAll().some(({ pending }) => pending.state !== "stored")) event.preventDefault();
}

let isWatching = false;
function watchWindow(): void {
  if (isWatching) return;
  isWatching = true;
  onTryNow(resendPosts);
  if (typeof window === "undefined") return;
  window.addEventListener("beforeunload", warn);
  window.addEventListener("online", resendPosts);
}

function change(place: string, to: (all: readonly Pending[]) => readonly Pending[]): void {
  byPlace.set(place, to(byPlace.get(place) ?? NOTHING));
  for (const reader of readers) reader();
}

function set(place: string, key: string, more: Partial<Pending>): void {
  change(place, (all) => all.map((one) => (one.key === key ? { ...one, ...more } : one)));
}

async function store({ team, post, key }: Pending): Promise<Activity> {
  const response = await request(`/api/teams/${team}/posts`, {
    method: "POST",
    headers: { accept: "application/json", "content-type": "application/json", "idempotency-key": key },
    body: JSON.stringify(post),
  });
  if (!response.ok) throw await failureOf(response);
  return parse(readableActivity, await response.json());
}

async function send(place: string, pending: Pending): Promise<void> {
  try {
    set(place, pending.key, { state: "stored", reason: null, activity: await store(pending) });
  } catch (error) {
    const failure = asActivityError(error);
    const waits = failure?.code === "unavailable" && isOffline();
    const reason = failure?.message ?? "The server's answer could not be read.";
    set(place, pending.key, { state: waits ? "waiting" : "failed", reason });
  }
}

// crypto.randomUUID is missing on plain-http addresses other than localhost.
function newKey(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(4)), (part) => part.toString(36)).join("-");
}

/** Says something, shown at `place` at once. */
export function sendPost(place: string, team: string, post: NewPost): void {
  watchWindow();
  markPosted();
  const pending: Pending = { key: newKey(), team, post, state: "sending", reason: null, activity: null };
  change(place, (all) => [...all, pending]);
  void send(place, pending);
}

/** Tries once more what failed; it has been sent with the same key before. */
export function retryPost(place: string, pending: Pending): void {
  if (pending.state !== "failed" && pending.state !== "waiting") return;
  set(place, pending.key, { state: "sending", reason: null });
  void send(place, pending);
}

/** Sends what waited for the browser to be online. */
function resendPosts(): void {
  for (const { place, pending } of listAll()) if (pending.state === "waiting") retryPost(place, pending);
}

/** Takes something out of its place: what failed, or what the feed has by now. */
export function dropPost(place: string, key: string): void {
  change(place, (all) => all.filter((one) => one.key !== key));
}

function subscribe(reader: () => void): () => void {
  readers.add(reader);
  return () => readers.delete(reader);
}

/** What was said at a place and is not, or not long, in the feed; the oldest first. */
export function listPending(place: string): readonly Pending[] {
  return byPlace.get(place) ?? NOTHING;
}

/** {@link listPending}, as it changes. */
export function usePending(place: string): readonly Pending[] {
  return useSyncExternalStore(
    subscribe,
    () => listPending(place),
    () => NOTHING,
  );
}
