import { z } from "zod";
import type { Check } from "./check-deliveries";
import type { TestTeam } from "./test-server";

const made = z.object({ id: z.uuid(), url: z.url() }).loose();

/** Every call about shared links, as the document says them. */
export async function checkLinks(check: Check, team: TestTeam): Promise<void> {
  const { cookie } = team;
  const name = "/api/teams/{team}/links";
  const path = `/api/teams/${team.slug}/links`;
  const json = { name: "All", filter: "group=task", expiresAt: "2100-01-01T00:00:00Z", hidesNames: true };
  const link = made.parse((await check(`POST ${name}`, 201, path, { cookie, json })).body);
  await check(`POST ${name}`, 422, path, { cookie, json: { name: "", filter: "group=none" } });
  await check(`POST ${name}`, 401, path, { json });
  await check(`GET ${name}`, 200, path, { cookie });
  const shared = "/api/shared/{token}/activities";
  const opened = new URL(link.url).pathname.replace(/^\/s\//, "/api/shared/");
  await check(`GET ${shared}`, 200, `${opened}/activities?limit=1`);
  await check(`GET ${shared}`, 422, `${opened}/activities?q=x`);
  await check(`GET ${shared}/stream`, 422, `${opened}/activities/stream?q=x`);
  await check(`DELETE ${name}/{id}`, 204, `${path}/${link.id}`, { cookie });
  await check(`DELETE ${name}/{id}`, 404, `${path}/${link.id}`, { cookie });
  await check(`GET ${shared}`, 404, `${opened}/activities`);
  await check(`POST ${name}/{id}/restore`, 401, `${path}/${link.id}/restore`);
  await check(`GET ${shared}/stream`, 404, `${opened}/activities/stream`);
  await check(`POST ${name}/{id}/restore`, 204, `${path}/${link.id}/restore`, { cookie });
  await check(`GET ${shared}`, 200, `${opened}/activities?limit=1`);
}
