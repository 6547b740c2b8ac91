import { getAuthSecret } from "@/auth/secret";
import { setUp, setupSchema } from "@/auth/setup";
import { getDatabase } from "@/db/client";
import { type Answer, type Call, json } from "../call";
import { readJson } from "../read-json";

/** POST /api/setup: the first account and its team, with the token of the set-up link; 409 once there is an account. */
export async function setupCall(call: Call): Promise<Answer> {
  const input = await readJson(call, 16_384, setupSchema);
  const { db } = await getDatabase();
  return json(201, await setUp(db, getAuthSecret(), input));
}
