import type { Check } from "./check-deliveries";
import type { TestTeam } from "./test-server";

/** Every answer of an export, as the document says them. */
export async function checkExport(check: Check, { activities, key }: TestTeam): Promise<void> {
  const name = "/api/teams/{team}/activities/export";
  const path = `${activities}/export`;
  for (const format of ["csv", "ndjson", "json"]) await check(`GET ${name}`, 200, `${path}?format=${format}`, { key });
  await check(`HEAD ${name}`, 200, `${path}?format=csv`, { key });
  await check(`GET ${name}`, 401, `${path}?format=csv`);
  await check(`GET ${name}`, 422, `${path}?group=x`, { key });
}
