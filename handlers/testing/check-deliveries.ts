import { z } from "zod";
import type { TestAnswer, TestCall } from "./test-server";

/** Calls one operation of the document, by its name there, and checks that the answer is as it says. */
export type Check = (name: string, status: number, path: string, call?: TestCall) => Promise<TestAnswer>;

const pageSchema = z.object({ items: z.array(z.object({ id: z.uuid() }).loose()) }).loose();

/** Every call about an integration's delivery log, which holds a stored delivery, its duplicate and a refused one; and a test. */
export async function checkDeliveries(check: Check, path: string, cookie: string): Promise<void> {
  const name = "/api/teams/{team}/integrations/{id}";
  const log = await check(`GET ${name}/deliveries`, 200, `${path}/deliveries`, { cookie });
  await check(`GET ${name}/deliveries`, 422, `${path}/deliveries?limit=x`, { cookie });
  const [refused, , stored] = pageSchema.parse(log.body).items;
  const line = `GET ${name}/deliveries/{delivery}`;
  await check(line, 200, `${path}/deliveries/${stored?.id}`, { cookie });
  await check(line, 404, `${path}/deliveries/none`, { cookie });
  const replay = `POST ${name}/deliveries/{delivery}/replay`;
  await check(replay, 200, `${path}/deliveries/${stored?.id}/replay`, { cookie });
  await check(replay, 409, `${path}/deliveries/${refused?.id}/replay`, { cookie });
  for (const what of ["dry-run", "reproject"]) {
    await check(`POST ${name}/${what}`, 200, `${path}/${what}`, { cookie, json: { limit: 5 } });
    await check(`POST ${name}/${what}`, 422, `${path}/${what}`, { cookie, json: { limit: 0 } });
    await check(`POST ${name}/${what}`, 401, `${path}/${what}`, { json: {} });
  }
  await check(`POST ${name}/test`, 201, `${path}/test`, { cookie });
  await check(`POST ${name}/test`, 401, `${path}/test`);
  const none = await check("POST /api/teams/{team}/integrations", 201, path.replace(/\/[^/]+$/, ""), {
    cookie,
    json: { provider: "stripe" },
  });
  const { id } = z.object({ id: z.uuid(), secret: z.null() }).loose().parse(none.body);
  await check(`POST ${name}/test`, 409, path.replace(/[^/]+$/, `${id}/test`), { cookie });
  await check(`POST ${name}/rotate`, 200, `${path}/rotate`, { cookie, json: { overlapHours: 1 } });
  await check(`POST ${name}/rotate`, 422, `${path}/rotate`, { cookie, json: { overlapHours: -1 } });
}
