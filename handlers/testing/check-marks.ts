import { z } from "zod";
import type { Check } from "./check-deliveries";
import { EVENT } from "./events";
import type { TestTeam } from "./test-server";

/** Every call about bookmarks and pins, as the document says them. */
export async function checkMarks(check: Check, team: TestTeam): Promise<void> {
  const { cookie, key } = team;
  const posted = await check("POST /api/teams/{team}/activities", 201, team.activities, { key, json: EVENT });
  const { id } = z.object({ id: z.uuid() }).loose().parse(posted.body);
  for (const what of ["bookmarks", "pins"]) {
    const template = `/api/teams/{team}/${what}`;
    const path = `/api/teams/${team.slug}/${what}`;
    await check(`PUT ${template}/{id}`, 204, `${path}/${id}`, { cookie });
    await check(`PUT ${template}/{id}`, 404, `${path}/none`, { cookie });
    await check(`PUT ${template}/{id}`, 403, `${path}/${id}`, { key });
    await check(`GET ${template}`, 200, path, { cookie });
    await check(`GET ${template}`, 401, path);
    await check(`DELETE ${template}/{id}`, 204, `${path}/${id}`, { cookie });
    await check(`DELETE ${template}/{id}`, 404, `${path}/${crypto.randomUUID()}`, { cookie });
  }
  await check("GET /api/teams/{team}/bookmarks", 422, `/api/teams/${team.slug}/bookmarks?cursor=x`, { cookie });
}
