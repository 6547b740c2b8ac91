import { z } from "zod";
import type { Check } from "./check-deliveries";
import type { TestTeam } from "./test-server";

/** Every call about what narrows a feed and whom it names, as the document says them. */
export async function checkViews(check: Check, team: TestTeam): Promise<void> {
  const { cookie } = team;
  const people = `/api/teams/${team.slug}/people`;
  await check("GET /api/teams/{team}/people", 200, `${people}?q=jo`, { cookie });
  await check("GET /api/teams/{team}/people", 422, `${people}?q=${"x".repeat(201)}`, { cookie });
  const facets = "GET /api/teams/{team}/activities/facets";
  for (const field of ["type", "actor", "entity"]) {
    await check(facets, 200, `${team.activities}/facets?field=${field}&group=task`, { cookie });
  }
  await check(facets, 422, `${team.activities}/facets?field=color`, { cookie });
  await check(facets, 401, `${team.activities}/facets?field=type`);

  const views = "/api/teams/{team}/views";
  const path = `/api/teams/${team.slug}/views`;
  const json = { name: "Builds", filter: "type=build.*", isTeams: true };
  const { id } = z
    .object({ id: z.uuid() })
    .loose()
    .parse((await check(`POST ${views}`, 201, path, { cookie, json })).body);
  await check(`POST ${views}`, 422, path, { cookie, json: { name: "", filter: "group=none" } });
  await check(`POST ${views}`, 403, path, { key: team.key, json });
  await check(`GET ${views}`, 200, path, { cookie });
  await check(`PUT ${views}/{id}`, 200, `${path}/${id}`, { cookie, json: { name: "Broken" } });
  await check(`PUT ${views}/{id}`, 422, `${path}/${id}`, { cookie, json: { filter: "group=none" } });
  const marks = "PUT /api/teams/{team}/read-marks";
  await check(marks, 204, `/api/teams/${team.slug}/read-marks`, { cookie, json: { seq: 1, view: id } });
  await check(marks, 422, `/api/teams/${team.slug}/read-marks`, { cookie, json: { seq: -1 } });
  const mutes = "/api/teams/{team}/mutes";
  const mute = `/api/teams/${team.slug}/mutes`;
  await check(`PUT ${mutes}`, 204, mute, { cookie, json: { field: "type", value: "noise.made", name: "Noise" } });
  await check(`PUT ${mutes}`, 422, mute, { cookie, json: { field: "color", value: "red", name: "Red" } });
  await check(`GET ${views}`, 200, path, { cookie });
  await check(`DELETE ${mutes}`, 204, `${mute}?field=type&value=noise.made`, { cookie });
  await check(`DELETE ${mutes}`, 422, mute, { cookie });
  await check(`DELETE ${views}/{id}`, 204, `${path}/${id}`, { cookie });
  await check(`DELETE ${views}/{id}`, 404, `${path}/${id}`, { cookie });
  await check(marks, 404, `/api/teams/${team.slug}/read-marks`, { cookie, json: { seq: 1, view: id } });
}
