import { z } from "zod";
import { ActivityError, invalid } from "@/activity/errors";
import { nameSchema } from "@/auth/account";
import { addIntegration, newSecret } from "@/auth/add-integration";
import { encryptSecret } from "@/auth/secrets";
import { getDatabase } from "@/db/client";
import { deleteIntegration } from "@/db/queries/integrations/delete-integration";
import { listIntegrations } from "@/db/queries/integrations/list-integrations";
import { rotateSecret } from "@/db/queries/integrations/rotate-secret";
import { env } from "@/env";
import { getIntegrationSource } from "@/ingest/integrations";
import { type Answer, type Call, json, noContent } from "../call";
import { readJson } from "../read-json";
import { requireCaller, requireMember } from "../require-caller";

/** A secret that a sender made up, as it is pasted: without the blanks around it. */
const secretSchema = z.string().trim().min(1).max(1_000);

/** What a new integration is asked for with. */
export const newIntegrationSchema = z.strictObject({
  provider: z.string().max(100),
  name: nameSchema.optional(),
  secret: secretSchema
    .optional()
    .describe(
      "What the sender signs with. Without it we make one up; where the sender does, there is none until `rotate`",
    ),
});

/** Longest time for which a secret may count beside its successor, hours. */
const MOST_HOURS = 720;

/** What a new secret is asked for with. */
export const rotateSecretSchema = z.strictObject({
  secret: secretSchema.optional().describe("The sender's own; without it we make one up"),
  overlapHours: z
    .number()
    .int()
    .min(0)
    .max(MOST_HOURS)
    .default(24)
    .describe("How long the secret before it still counts; 0: not at all"),
});
const idSchema = z.uuid();

/** The address a sender posts to: below NEXTAUTH_URL, else below the address this call came to. */
function webhookUrl(call: Call, id: string): string {
  const host = call.header("x-forwarded-host") ?? call.header("host") ?? call.url.host;
  const scheme = call.header("x-forwarded-proto") ?? call.url.protocol.replace(":", "");
  const visited = `${scheme === "https" ? "https" : "http"}://${host}`;
  const base = env.NEXTAUTH_URL ?? (URL.canParse(visited) ? visited : call.url.origin);
  return new URL(`/api/webhooks/${id}`, base).href;
}

/** GET …/integrations: the team's integrations and their addresses, without secrets. For members, and keys with `admin`. */
export async function listIntegrationsCall(call: Call): Promise<Answer> {
  const caller = await requireMember(call);
  const { db } = await getDatabase();
  const items = await listIntegrations(db, caller.team.id);
  return json(200, { items: items.map((item) => ({ ...item, url: webhookUrl(call, item.id) })) });
}

/** POST …/integrations: a new address to send webhooks to, and the secret to sign them with, shown this once; null while only the sender knows it. */
export async function createIntegrationCall(call: Call): Promise<Answer> {
  const caller = await requireMember(call);
  const { provider, name, secret: given } = await readJson(call, 16_384, newIntegrationSchema);
  const source = getIntegrationSource(provider);
  if (source === null) throw invalid(["provider"], "is not a known provider");
  const { db } = await getDatabase();
  const { id, secret } = await addIntegration(db, caller.team.id, {
    provider,
    name: name ?? source.label,
    secret: given,
    secretFrom: source.setup.secretFrom,
  });
  return json(201, { id, provider, label: source.label, url: webhookUrl(call, id), secret, setup: source.setup });
}

/** DELETE …/integrations/{id}: its address is gone at once; its activities stay. For owners, and keys with `admin`. */
export async function deleteIntegrationCall(call: Call): Promise<Answer> {
  const caller = await requireCaller(call, "admin");
  const id = idSchema.safeParse(call.params.id);
  const { db } = await getDatabase();
  if (!id.success || !(await deleteIntegration(db, caller.team.id, id.data))) {
    throw new ActivityError("not_found", "There is no such integration.");
  }
  return noContent;
}

/** POST …/integrations/{id}/rotate: a new secret, shown this once; the one before it counts a while longer. For members, and keys with `admin`. */
export async function rotateSecretCall(call: Call): Promise<Answer> {
  const caller = await requireMember(call);
  const { secret: given, overlapHours } = await readJson(call, 16_384, rotateSecretSchema);
  const id = idSchema.safeParse(call.params.id);
  const { db } = await getDatabase();
  const secret = given ?? newSecret();
  const isDone =
    id.success &&
    (await rotateSecret(db, caller.team.id, id.data, { secret: encryptSecret(secret), hours: overlapHours }));
  if (!isDone) throw new ActivityError("not_found", "There is no such integration.");
  return json(200, { id: id.data, secret });
}
