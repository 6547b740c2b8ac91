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
}
