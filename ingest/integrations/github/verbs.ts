import type { Hook } from "./hook";

/** Actions that GitHub does not put in the past tense. */
const PAST = new Map(
  Object.entries({
    create: "created",
    delete: "deleted",
    dismiss: "dismissed",
    withdrawn: "withdrew",
    edit: "edited",
    publish: "published",
    rerun: "reran",
    resolve: "resolved",
    suspend: "suspended",
    unsuspend: "unsuspended",
    update: "updated",
    synchronize: "updated",
  }),
);

/** The words of an event's or action's name. */
export function words(name: string): string {
  return name.replace(/[_-]+/g, " ").trim();
}

function asPast(word: string | undefined): string | null {
  if (word === undefined) return null;
  return /..ed$/.test(word) ? word : (PAST.get(word) ?? null);
}

/** A predicate for any action: "archived X", "added X to repository", "requested checks for X", "triggered nightly on X". */
export function pastTense(hook: Hook, thing: string): string {
  if (hook.action === null) return `updated ${thing}`;
  const all = words(hook.action).split(" ");
  const first = asPast(all[0]);
  if (first !== null) return [first, thing, ...all.slice(1)].join(" ");
  const last = asPast(all.at(-1));
  if (last !== null) return `${last} ${all.slice(0, -1).join(" ")} for ${thing}`;
  return `triggered ${all.join(" ")} on ${thing}`;
}
