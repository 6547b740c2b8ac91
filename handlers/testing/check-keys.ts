import { z } from "zod";
import type { Check } from "./check-deliveries";
import type { TestTeam } from "./test-server";

const made = z.object({ id: z.string() }).loose();

/** Every call about keys. `reader` is a key that may only read. */
export async function checkKeys(check: Check, { slug, key, cookie }: TestTeam, reader: string): Promise<void> {
  const keys = "/api/teams/{team}/keys";
  const base = `/api/teams/${slug}/keys`;
  const json = { name: "K", scopes: ["read"] };
  const { id } = made.parse((await check(`POST ${keys}`, 201, base, { cookie, json })).body);
  await check(`POST ${keys}`, 422, base, { cookie, json: { name: "", scopes: [], more: 1 } });
  await check(`POST ${keys}`, 403, base, { cookie, json: {}, headers: { origin: "https://evil.example" } });
  await check(`GET ${keys}`, 200, base, { key });
  await check(`GET ${keys}`, 403, base, { key: reader });
  const rotate = `POST ${keys}/{id}/rotate`;
  await check(rotate, 200, `${base}/${id}/rotate`, { cookie, json: { overlapHours: 1 } });
  await check(rotate, 200, `${base}/${id}/rotate`, { cookie, json: { overlapHours: 0 } });
  await check(rotate, 422, `${base}/${id}/rotate`, { cookie, json: { overlapHours: 721 } });
  await check(rotate, 404, `${base}/none/rotate`, { cookie, json: {} });
  await check(`DELETE ${keys}/{id}`, 204, `${base}/${id}`, { cookie });
  await check(`DELETE ${keys}/{id}`, 404, `${base}/${id}`, { cookie });
  await check(`POST ${keys}/{id}/restore`, 204, `${base}/${id}/restore`, { cookie });
  await check(`POST ${keys}/{id}/restore`, 404, `${base}/none/restore`, { cookie });
}
