import { createHmac } from "node:crypto";
import type { Activity } from "@/activity/activity";
import { type Alias, type Profile, redactActivity, textToSearch } from "@/activity/redact";
import { getAuthSecret } from "@/auth/secret";
import type { Executor } from "@/db/drivers/driver";
import { listMentioned } from "@/db/queries/links/list-mentioned";

/** A view that people outside the team read. */
export interface OutsideView extends Profile {
  id: string;
  team: { id: string };
}

/** Aliases of one view: nobody without the server's secret can tell whose they are, nor match those of two views. */
function aliasesOf(viewId: string): Alias {
  const key = createHmac("sha256", getAuthSecret()).update(`shared link ${viewId}`).digest();
  return (identity) => {
    const hash = createHmac("sha256", key).update(identity).digest();
    const hex = hash.toString("hex");
    // RFC 9562, version 8: whatever bits its maker likes.
    const id = `${hex.slice(6, 14)}-${hex.slice(14, 18)}-8${hex.slice(18, 21)}-a${hex.slice(21, 24)}-${hex.slice(24, 36)}`;
    return { code: hex.slice(0, 6), id };
  };
}

/** Activities as a view may show them; nothing of them leaves the server before. */
export async function redact(
  db: Executor,
  view: OutsideView,
  activities: readonly Activity[],
): Promise<readonly Activity[]> {
  if (activities.length === 0 || !(view.hidesNames || view.hidesMetadata)) return activities;
  const mentioned = view.hidesNames ? await listMentioned(db, view.team.id, textToSearch(activities)) : [];
  const alias = aliasesOf(view.id);
  return activities.map((activity) => redactActivity(activity, view, mentioned, alias));
}
