import { invalid } from "@/activity/errors";
import { addIntegration, newSecret } from "@/auth/add-integration";
import { encryptSecret } from "@/auth/secrets";
import { getDatabase } from "@/db/client";
import { deleteIntegration } from "@/db/queries/integrations/delete-integration";
import type { StoredIntegration } from "@/db/queries/integrations/get-integration";
import { listIntegrations } from "@/db/queries/integrations/list-integrations";
import { restoreIntegration } from "@/db/queries/integrations/restore-integration";
import { rotateSecret } from "@/db/queries/integrations/rotate-secret";
import { updateIntegration } from "@/db/queries/integrations/update-integration";
import { getIntegrationSource, sourceOf } from "@/ingest/integrations";
import { genericSource } from "@/ingest/integrations/generic";
import type { IntegrationSource } from "@/ingest/integrations/integration-source";
import { type Answer, type Call, json, noContent } from "../call";
import { ownUrl } from "../own-address";
import { readJson } from "../read-json";
import { recordChange, type TeamChange } from "../record-change";
import { requireCaller, requireMember } from "../require-caller";
import { undo } from "../undo";
import { noSuchIntegration, requireIntegration, requireStored } from "../webhooks/require-integration";
import {
  CONFIG_BYTES,
  changedFields,
  newFields,
  parseConfig,
  rotateSecretSchema,
  settingsOf,
} from "./integration-requests";

/** The address a sender posts to. */
function webhookUrl(call: Call, id: string): string {
  return ownUrl(call, `/api/webhooks/${id}`);
}

/** What the team is told of a change of an integration: "Ada added the integration acme/api". */
function told(action: string, integration: { id: string; provider: string; name: string }, verb: string): TeamChange {
  const { id, name, provider } = integration;
  const entity = { type: "integration", id, name };
  return { action, entity, predicate: `${verb} integration ${name}`, metadata: { provider } };
}

/** GET …/integrations: the team's integrations and their addresses, without secrets. For members, and keys with `admin`. */
export async function listIntegrationsCall(call: Call): Promise<Answer> {
  const caller = await requireMember(call);
  const { db } = await getDatabase();
  const items = await listIntegrations(db, caller.team.id);
  return json(200, { items: items.map((item) => ({ ...item, url: webhookUrl(call, item.id) })) });
}

/** One integration as the API gives it, without its secret. */
function shown(
  call: Call,
  { id, provider, name, config, createdAt }: StoredIntegration,
  source: IntegrationSource,
): Answer {
  const { label, setup } = source;
  return json(200, { id, provider, name, config, createdAt, label, url: webhookUrl(call, id), setup });
}

/** GET …/integrations/{id}: one integration and how it is set up, without its secret. For members, and keys with `admin`. */
export async function getIntegrationCall(call: Call): Promise<Answer> {
  const caller = await requireMember(call);
  const { integration, source } = await requireIntegration(call, caller);
  return shown(call, integration, source);
}

/** PUT …/integrations/{id}: a new name, or other settings for what comes from now on; what is left out stays. For members, and keys with `admin`. */
export async function changeIntegrationCall(call: Call): Promise<Answer> {
  const caller = await requireMember(call);
  const { integration } = await requireIntegration(call, caller);
  const { name, config } = await readJson(call, CONFIG_BYTES, changedFields);
  if (name === undefined && config === undefined) throw invalid([], "must hold a name or a config");
  const changes = { name, config: parseConfig(integration.provider, config) };
  const { db } = await getDatabase();
  const changed = await db.transaction(async (tx) => {
    const stored = await updateIntegration(tx, caller.team.id, integration.id, changes);
    if (stored !== null) await recordChange(tx, call, caller, told("integration_changed", stored, "changed the"));
    return stored;
  });
  const source = changed === null ? null : sourceOf(changed);
  if (changed === null || source === null) throw noSuchIntegration();
  return shown(call, changed, source);
}

/** POST …/integrations: a new address to send webhooks to, and the secret to sign them with, shown this once; null while only the sender knows it. */
export async function createIntegrationCall(call: Call): Promise<Answer> {
  const caller = await requireMember(call);
  const asked = await readJson(call, CONFIG_BYTES, newFields);
  const { provider, secret: given } = asked;
  const source = getIntegrationSource(provider);
  if (source === null) throw invalid(["provider"], "is not a known provider");
  const config = settingsOf(asked);
  const { label, setup } = config === undefined ? source : genericSource(config);
  const name = asked.name ?? label;
  const { db } = await getDatabase();
  const { secretFrom } = setup;
  const { id, secret } = await db.transaction(async (tx) => {
    const made = await addIntegration(tx, caller.team.id, { provider, name, secret: given, secretFrom, config });
    await recordChange(tx, call, caller, told("integration_added", { id: made.id, provider, name }, "added the"));
    return made;
  });
  return json(201, { id, provider, label, name, config: config ?? null, url: webhookUrl(call, id), secret, setup });
}

/** DELETE …/integrations/{id}: its address is gone at once; its activities stay. For owners, and keys with `admin`. */
export async function deleteIntegrationCall(call: Call): Promise<Answer> {
  const caller = await requireCaller(call, "admin");
  const integration = await requireStored(call, caller);
  const { db } = await getDatabase();
  await db.transaction(async (tx) => {
    if (!(await deleteIntegration(tx, caller.team.id, integration.id))) throw noSuchIntegration();
    await recordChange(tx, call, caller, told("integration_deleted", integration, "deleted the"));
  });
  return noContent;
}

/** POST …/integrations/{id}/rotate: a new secret, shown this once; the one before it counts a while longer. For members, and keys with `admin`. */
export async function rotateSecretCall(call: Call): Promise<Answer> {
  const caller = await requireMember(call);
  const { secret: given, overlapHours } = await readJson(call, 16_384, rotateSecretSchema);
  const integration = await requireStored(call, caller);
  const { db } = await getDatabase();
  const secret = given ?? newSecret();
  const next = { secret: encryptSecret(secret), hours: overlapHours };
  await db.transaction(async (tx) => {
    if (!(await rotateSecret(tx, caller.team.id, integration.id, next))) throw noSuchIntegration();
    await recordChange(tx, call, caller, told("secret_rotated", integration, "rotated the secret of the"));
  });
  return json(200, { id: integration.id, secret });
}

/** POST …/integrations/{id}/restore: one that was deleted minutes ago is there again, with its address, secret and deliveries. For owners, admins, and keys with `admin`. */
export async function restoreIntegrationCall(call: Call): Promise<Answer> {
  const caller = await requireCaller(call, "admin");
  const destruction = { action: "integration_deleted", id: call.params.id, what: "integration" };
  return await undo(caller, destruction, async (tx, id) => {
    const integration = await restoreIntegration(tx, caller.team.id, id);
    if (integration === null) return;
    await recordChange(tx, call, caller, told("integration_restored", integration, "restored the"));
  });
}
