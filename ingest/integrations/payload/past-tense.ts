/** Words that senders do not put in the past tense, and irregular ones. */
const PAST = new Map(
  Object.entries({
    create: "created",
    delete: "deleted",
    remove: "removed",
    add: "added",
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
    open: "opened",
    close: "closed",
    reopen: "reopened",
    merge: "merged",
    approve: "approved",
    archive: "archived",
    assign: "assigned",
    fail: "failed",
    start: "started",
    send: "sent",
    deny: "denied",
    enqueue: "queued",
    revoke: "revoked",
    pay: "paid",
  }),
);

/** The words of an event's or action's name: `review_requested` is "review requested". */
export function words(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/[_.:\s-]+/g, " ")
    .trim();
}

function asPast(word: string | undefined): string | null {
  if (word === undefined) return null;
  return /..ed$/.test(word) || [...PAST.values()].includes(word) ? word : (PAST.get(word) ?? null);
}

/** A predicate for any action: "archived X", "added X to repository", "requested checks for X", "triggered nightly on X". */
export function pastTense(action: string | null, thing: string): string {
  if (action === null) return `updated ${thing}`;
  const all = words(action).split(" ");
  const first = asPast(all[0]);
  if (first !== null) return [first, thing, ...all.slice(1)].join(" ");
  const last = asPast(all.at(-1));
  if (last !== null) return `${last} ${all.slice(0, -1).join(" ")} for ${thing}`;
  return `triggered ${all.join(" ")} on ${thing}`;
}
