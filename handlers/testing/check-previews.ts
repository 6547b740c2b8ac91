import { z } from "zod";
import type { Check } from "./check-deliveries";
import { EVENT } from "./events";
import type { TestTeam } from "./test-server";

/** The calls about the previews of an activity that links to nothing, as the document says them. */
export async function checkPreviews(check: Check, team: TestTeam): Promise<void> {
  const { cookie, key } = team;
  const stored = await check("POST /api/teams/{team}/activities", 201, team.activities, { key, json: EVENT });
  const { id } = z.object({ id: z.uuid() }).loose().parse(stored.body);
  const list = "GET /api/teams/{team}/activities/{id}/previews";
  const path = `${team.activities}/${id}/previews`;
  await check(list, 200, path, { cookie });
  await check(list, 401, path);
  await check(list, 403, path, { key });
  await check(list, 404, `${team.activities}/none/previews`, { cookie });
  await check(`${list}/{n}/image`, 404, `${path}/0/image`, { cookie });
}
