import { z } from "zod";
import type { Check } from "./check-deliveries";
import type { TestTeam } from "./test-server";

const made = z.object({ id: z.string(), atomUrl: z.string(), jsonUrl: z.string() }).loose();

/** Calls about public feeds. */
async function checkPublicFeeds(check: Check, { slug, key, cookie }: TestTeam): Promise<void> {
  const feeds = "/api/teams/{team}/feeds";
  const base = `/api/teams/${slug}/feeds`;
  const json = { name: "Tasks", filter: "type=task.*" };
  const { id } = made.parse((await check(`POST ${feeds}`, 201, base, { cookie, json })).body);
  await check(`POST ${feeds}`, 409, base, { cookie, json });
  await check(`POST ${feeds}`, 422, base, { cookie, json: { name: "x", filter: "group=x" } });
  await check(`GET ${feeds}`, 200, base, { key });
  await check(`PUT ${feeds}/{id}`, 200, `${base}/${id}`, { cookie, json: { isOn: false } });
  await check(`PUT ${feeds}/{id}`, 422, `${base}/${id}`, { cookie, json: {} });
  await check(`DELETE ${feeds}/{id}`, 204, `${base}/${id}`, { cookie });
  await check(`DELETE ${feeds}/{id}`, 404, `${base}/${id}`, { cookie });
  const usurper = made.parse((await check(`POST ${feeds}`, 201, base, { cookie, json })).body);
  await check(`POST ${feeds}/{id}/restore`, 409, `${base}/${id}/restore`, { cookie });
  await check(`DELETE ${feeds}/{id}`, 204, `${base}/${usurper.id}`, { cookie });
  await check(`POST ${feeds}/{id}/restore`, 204, `${base}/${id}/restore`, { cookie });
}

/** Every call about feeds: the public ones, and those of a member's feed reader. */
export async function checkFeeds(check: Check, team: TestTeam): Promise<void> {
  await checkPublicFeeds(check, team);
  const { slug, key, cookie } = team;
  const tokens = "/api/teams/{team}/reader-tokens";
  const base = `/api/teams/${slug}/reader-tokens`;
  const reader = made.parse((await check(`POST ${tokens}`, 201, base, { cookie, json: {} })).body);
  await check(`POST ${tokens}`, 422, base, { cookie, json: { more: 1 } });
  await check(`GET ${tokens}`, 200, base, { cookie });
  await check(`GET ${tokens}`, 403, base, { key });
  for (const [format, url] of [
    ["atom", reader.atomUrl],
    ["json", reader.jsonUrl],
  ] as const) {
    const name = `GET /api/feeds/{token}/feed.${format}`;
    const path = new URL(url).pathname;
    const answer = await check(name, 200, `${path}?type=task.*`);
    await check(name, 304, `${path}?type=task.*`, { headers: { "if-none-match": answer.headers.get("etag") ?? "" } });
    await check(name, 422, `${path}?group=x`);
    await check(name, 404, path.replace(/feeds\/./, "feeds/~"));
  }
  await check(`DELETE ${tokens}/{id}`, 204, `${base}/${reader.id}`, { cookie });
  await check(`DELETE ${tokens}/{id}`, 404, `${base}/${reader.id}`, { cookie });
  await check(`POST ${tokens}/{id}/restore`, 403, `${base}/${reader.id}/restore`, { key });
  await check(`POST ${tokens}/{id}/restore`, 204, `${base}/${reader.id}/restore`, { cookie });
}
