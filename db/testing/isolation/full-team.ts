/** For tests of isolation: a team with something of everything that a team can have. */
import { randomBytes, randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { v7 } from "uuid";
import type { Executor } from "../../drivers/driver";
import { appendActivities, type NewActivity } from "../../queries/append-activities";
import { auditChange } from "../../queries/audit-change";
import { claimDeliveries, setDeliveryActivities } from "../../queries/deliveries/claim-deliveries";
import { logDeliveries } from "../../queries/deliveries/log-deliveries";
import { createReaderToken } from "../../queries/feeds/reader-tokens";
import { createFeed } from "../../queries/feeds/save-feed";
import { hideActivities } from "../../queries/hide-activities";
import { createIntegration } from "../../queries/integrations/create-integration";
import { createInvitation } from "../../queries/invitations/create-invitation";
import { createKey } from "../../queries/keys/create-key";
import { createLink } from "../../queries/links/create-link";
import { saveActors, saveEntities } from "../../queries/save-names";
import { addMember } from "../../queries/teams/add-member";
import { createTeam } from "../../queries/teams/create-team";
import { createUser } from "../../queries/users/create-user";
import { apiKeys, integrations, invitations, publicFeeds, readerTokens, sharedLinks, teamAliases } from "../../schema";
import { toSearchVector } from "../../search/to-search-vector";
import { type FilledViews, fillViews } from "./fill-views";

/** What a test asks for by. Hashes are hexadecimal; every id and key is one that the team has. */
export interface FullTeam extends FilledViews {
  teamId: string;
  slug: string;
  /** A slug it had before. */
  alias: string;
  userId: string;
  memberId: string;
  /** Six: the first is hidden in favour of the second, that of the third, and the fourth of the fifth. */
  activities: readonly string[];
  actorId: string;
  actorKey: string;
  entityId: string;
  entityKey: string;
  /** Of the rows: keys, links, … by what they are. */
  keyId: string;
  keyHash: string;
  linkId: string;
  linkHash: string;
  feedId: string;
  feedSlug: string;
  tokenId: string;
  tokenHash: string;
  invitationId: string;
  invitationHash: string;
  integrationId: string;
  otherIntegrationId: string;
  deliveryId: string;
  logId: string;
  idempotencyKey: string;
  /** What came to its end, and can be restored. */
  endedKeyId: string;
  endedLinkId: string;
  endedFeedId: string;
  endedTokenId: string;
  endedInvitationId: string;
  endedIntegrationId: string;
}

const HOUR_MS = 3_600_000;
const hash = () => randomBytes(32);
/** What every activity says, so that all are found by one word. */
export const COMMON_WORD = "deploy";

/** An activity that is not stored yet; `place` makes it one of its own. */
export function newActivity(
  place: number,
  ids: Pick<FullTeam, "actorId" | "actorKey" | "entityId" | "entityKey">,
): NewActivity {
  const { actorId, actorKey, entityId, entityKey } = ids;
  const message = `${COMMON_WORD} ${place} of billing`;
  return {
    actorId,
    actorKey,
    entityId,
    entityKey,
    id: randomUUID(),
    eventType: place % 2 === 0 ? "task.created" : "deploy.failed",
    group: place % 2 === 0 ? "task" : "system",
    actorName: "Ada Osei",
    actorKind: "user",
    actorAvatarUrl: null,
    timestamp: new Date(Date.UTC(2026, 0, 5, 9, place)).toISOString(),
    entityType: "task",
    entityName: "Billing",
    entityUrl: null,
    entityReference: null,
    metadata: { place },
    message,
    icon: "circle",
    color: "gray",
    isImportant: place % 2 === 1,
    source: "api",
    search: toSearchVector([message]),
    key: null,
    request: null,
  };
}

async function fillFeed(db: Executor, teamId: string) {
  const [actorId, entityId, idempotencyKey] = [randomUUID(), randomUUID(), "an-idempotency-key"];
  const [actorKey, entityKey] = ["u_1", "42"];
  await saveActors(db, teamId, [
    { id: actorId, source: "api", key: actorKey, name: "Ada Osei", kind: "user", avatarUrl: null },
  ]);
  await saveEntities(db, teamId, [
    { id: entityId, source: "api", type: "task", key: entityKey, name: "Billing", reference: null, url: null },
  ]);
  const ids = { actorId, actorKey, entityId, entityKey };
  const activities = [1, 2, 3, 4, 5, 6].map((place) => newActivity(place, ids));
  const [, , third] = activities;
  if (third !== undefined) third.key = { name: idempotencyKey, hash: Buffer.alloc(32, 1) };
  await appendActivities(db, teamId, { activities, requests: [] });
  const told = activities.map(({ id }) => id);
  for (const place of [0, 1, 3])
    await hideActivities(db, teamId, [{ id: told[place] ?? "", successor: told[place + 1] ?? null }], null);
  return { ...ids, idempotencyKey, activities: told };
}

async function fillIntegrations(db: Executor, teamId: string, activityId: string) {
  const name = "Sender";
  const integrationId = await createIntegration(db, teamId, { provider: "github", name, secret: "sealed", config: {} });
  const otherIntegrationId = await createIntegration(db, teamId, { provider: "gitlab", name, secret: "sealed" });
  const [deliveryId, logId, bodyHash] = ["a-delivery", randomUUID(), Buffer.alloc(32, 2)];
  await claimDeliveries(db, teamId, [{ integrationId, deliveryId, bodyHash, eventType: "push" }]);
  await setDeliveryActivities(db, teamId, [{ integrationId, deliveryId, activityIds: [activityId] }]);
  await logDeliveries(
    db,
    (["stored", "refused"] as const).map((outcome, place) => ({
      teamId,
      id: place === 0 ? logId : randomUUID(),
      integrationId,
      deliveryId,
      receivedAt: new Date(Date.now() - 100 * 24 * HOUR_MS),
      outcome,
      status: 201,
      eventName: "push",
      tookMs: 3,
      activityIds: [activityId],
      bodyBytes: 10,
      sealed: "sealed",
    })),
  );
  return { integrationId, otherIntegrationId, deliveryId, logId };
}

async function fillSettings(db: Executor, teamId: string, userId: string, feedSlug = "a-feed") {
  const [keyHash, linkHash, tokenHash, invitationHash] = [hash(), hash(), hash(), hash()];
  const view = {
    name: "View",
    filter: "type=task.created",
    hidesNames: false,
    hidesMetadata: false,
    createdBy: userId,
  };
  const keyId = await createKey(db, teamId, {
    name: "Key",
    prefix: "las_",
    hash: keyHash,
    scopes: ["read"],
    createdBy: userId,
  });
  const [linkId, invitationId, alias] = [randomUUID(), randomUUID(), `old-${randomUUID()}`];
  const moment = { headSeq: 5, newestTimestamp: new Date(Date.UTC(2026, 0, 5, 9, 4)), newestSeq: 4, expiresAt: null };
  await createLink(db, teamId, { id: linkId, hash: linkHash, ...view, ...moment });
  const feed = await createFeed(db, teamId, { slug: feedSlug, offSince: null, ...view });
  const token = await createReaderToken(db, teamId, { userId, hash: tokenHash });
  const expiresAt = new Date(Date.now() + HOUR_MS);
  const invitation = { id: invitationId, hash: invitationHash, email: "who@example.test", role: "viewer" as const };
  await createInvitation(db, teamId, { ...invitation, createdBy: userId, expiresAt });
  await auditChange(db, {
    teamId,
    id: v7(),
    action: "team.key_created",
    via: "cli",
    detail: { entity: { id: keyId } },
    userAgent: "cli",
  });
  await db.insert(teamAliases).values({ teamId, slug: alias });
  return {
    alias,
    keyId,
    keyHash: keyHash.toString("hex"),
    linkId,
    linkHash: linkHash.toString("hex"),
    feedId: feed.id,
    feedSlug,
    tokenId: token.id,
    tokenHash: tokenHash.toString("hex"),
    invitationId,
    invitationHash: invitationHash.toString("hex"),
  };
}

/** When all of {@link fillEnded} came to its end. */
export const ENDED_AT = new Date(Date.UTC(2026, 0, 6));

/** Things of a team that came to their end. */
async function fillEnded(db: Executor, teamId: string, userId: string) {
  const made = await fillSettings(db, teamId, userId, "ended-feed");
  const ended = { revokedAt: ENDED_AT };
  const deleted = { deletedAt: ENDED_AT };
  const endedIntegrationId = await createIntegration(db, teamId, {
    provider: "linear",
    name: "Ended",
    secret: "sealed",
  });
  await db.update(apiKeys).set(ended).where(eq(apiKeys.id, made.keyId));
  await db.update(sharedLinks).set(ended).where(eq(sharedLinks.id, made.linkId));
  await db.update(readerTokens).set(ended).where(eq(readerTokens.id, made.tokenId));
  await db.update(invitations).set(ended).where(eq(invitations.id, made.invitationId));
  await db.update(publicFeeds).set(deleted).where(eq(publicFeeds.id, made.feedId));
  await db.update(integrations).set(deleted).where(eq(integrations.id, endedIntegrationId));
  return {
    endedIntegrationId,
    endedKeyId: made.keyId,
    endedLinkId: made.linkId,
    endedFeedId: made.feedId,
    endedTokenId: made.tokenId,
    endedInvitationId: made.invitationId,
  };
}

/** Creates it, with an owner and a member. */
export async function createFullTeam(db: Executor): Promise<FullTeam> {
  const slug = `full-${randomUUID()}`;
  const team = await createTeam(db, { slug, name: "Full team", isSample: true });
  if (team === null) throw new Error("the slug is taken");
  const teamId = team.id;
  const person = (name: string) =>
    createUser(db, { name, email: `${randomUUID()}@example.test`, passwordHash: "none" });
  const [userId, memberId] = [await person("Ada"), await person("Bo")];
  await addMember(db, teamId, userId, "owner");
  await addMember(db, teamId, memberId, "member");
  const feed = await fillFeed(db, teamId);
  const sender = await fillIntegrations(db, teamId, feed.activities[2] ?? "");
  const settings = await fillSettings(db, teamId, userId);
  const ended = await fillEnded(db, teamId, userId);
  const views = await fillViews(db, teamId, userId, feed.activities);
  return { teamId, slug, userId, memberId, ...feed, ...views, ...sender, ...settings, ...ended };
}
