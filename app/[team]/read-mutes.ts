import { cache } from "react";
import { getDatabase } from "@/db/client";
import { listMutes } from "@/db/queries/views/mutes";

/** What a member has muted: read once for the page and the frame around it. */
export const readMutes = cache(async (teamId: string, userId: string) => {
  const { db } = await getDatabase();
  return await listMutes(db, teamId, userId);
});
