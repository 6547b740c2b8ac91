import type { Call } from "../call";
import { type InPerson, requireInPerson } from "../require-caller";

/** The member who calls, whatever their role: views and marks are a person's, so a key has none. Throws as `requireCaller`. */
export async function requirePersonOfTeam(call: Call): Promise<InPerson> {
  return await requireInPerson(call, "read", "Views and marks belong to people, not to keys.");
}
