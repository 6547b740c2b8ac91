import { cache } from "react";
import { getDatabase } from "@/db/client";
import * as marks from "@/db/queries/marks/list-marks";
import { readFrameWithTeams } from "@/db/queries/views/read-frame";

/** What stands around a team's pages: read once for the page and the frame around it. */
export const readFrame = cache(async (teamId: string, userId: string) => {
  const { db } = await getDatabase();
  return await readFrameWithTeams(db, teamId, userId);
});

/** A member's bookmarks and the team's pins: read once, as above, and only if there are any. */
export const listMarks = cache(async (teamId: string, userId: string): Promise<marks.Marks> => {
  const { hasMarks } = await readFrame(teamId, userId);
  if (!hasMarks) return { bookmarks: [], pins: [] };
  const { db } = await getDatabase();
  return await marks.listMarks(db, teamId, userId);
});
