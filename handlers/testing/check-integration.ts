import { checkDeliveries } from "./check-deliveries";
import type { TestAnswer, TestCall } from "./test-server";

/** Calls one operation of the document, by its name there, and checks that the answer is as it says. */
type Check = (name: string, status: number, path: string, call?: TestCall) => Promise<TestAnswer>;

/** Every call about one integration, whose delivery log holds a stored delivery, its duplicate and a refused one. */
export async function checkIntegration(check: Check, path: string, cookie: string): Promise<void> {
  const name = "/api/teams/{team}/integrations/{id}";
  await check(`GET ${name}`, 200, path, { cookie });
  await check(`GET ${name}`, 404, `${path}0`, { cookie });
  await check(`PUT ${name}`, 200, path, { cookie, json: { name: "Another name" } });
  await check(`PUT ${name}`, 422, path, { cookie, json: { config: {} } });
  await check(`PUT ${name}`, 404, `${path}0`, { cookie, json: { name: "Another name" } });
  await checkDeliveries(check, path, cookie);
}
