import { ActivityError } from "@/activity/errors";
import type { Caller } from "@/auth/authenticate";
import type { Call } from "../call";
import { requireCaller } from "../require-caller";

/** A member of the team, in person. */
export type Person = Extract<Caller, { via: "session" }>;

/** The member who calls, whatever their role: views and marks are a person's, so a key has none. Throws as `requireCaller`. */
export async function requirePersonOfTeam(call: Call): Promise<Person> {
  const caller = await requireCaller(call, "read");
  if (caller.via !== "session") throw new ActivityError("forbidden", "Views and marks belong to people, not to keys.");
  return caller;
}
