import type { ActivityEvent } from "@/activity/event-schema";
import { TEAM_SOURCE } from "@/activity/event-types/team-source";
import { isJsonObject } from "@/activity/json";
import type { Caller } from "@/auth/authenticate";
import { deviceOf } from "@/auth/session/device-of";
import type { Executor } from "@/db/drivers/driver";
import { auditChange } from "@/db/queries/audit-change";
import { listKeyNames } from "@/db/queries/keys/list-key-names";
import { listUsers } from "@/db/queries/users/list-users";
import { captureInTransaction } from "@/ingest/capture";
import { newId } from "@/ingest/new-id";
import type { Call } from "./call";

/** A change of people, roles, keys, links or integrations. */
export interface TeamChange {
  /** The event type after `team.`: `member_removed`. */
  action: string;
  /** What it was done to. */
  entity: { type: string; id: string; name: string };
  /** The sentence after the actor's name: "removed Bo from the team". Holds the entity's name. */
  predicate: string;
  /** What else is worth knowing; never a secret. */
  metadata?: Record<string, string | number | boolean | null>;
}

/** Who makes a change: a caller, or whoever joins by an invitation's link. */
type Author = Caller | { team: Pick<Caller["team"], "id">; via: "link"; userId: string };

/** Who did it: the person, or the key by its name. */
async function actorOf(tx: Executor, caller: Author): Promise<ActivityEvent["actor"] & { name: string }> {
  if (caller.via !== "key") {
    const [user] = await listUsers(tx, [caller.userId]);
    return { id: caller.userId, name: user?.name ?? "Somebody", kind: "user" };
  }
  const [name] = await listKeyNames(tx, caller.team.id, [caller.keyId]);
  return { id: caller.keyId, name: name ?? "An API key", kind: "integration" };
}

/** The key or session that was used; whoever joins by a link has none yet. */
function credentialOf(caller: Author): string | null {
  if (caller.via === "key") return caller.keyId;
  return caller.via === "session" ? caller.claims.sessionId : null;
}

/** Notes a change in the audit log alone, for what is a person's own business, or an export, which changes nothing; `activityId` is what told the team of it, if anything did. */
export async function noteChange(
  tx: Executor,
  call: Pick<Call, "header">,
  caller: Author,
  { action, entity, metadata = {} }: Omit<TeamChange, "predicate">,
  activityId: string | null = null,
): Promise<void> {
  await auditChange(tx, {
    teamId: caller.team.id,
    id: newId(),
    action: `team.${action}`,
    via: caller.via,
    userId: caller.via === "key" ? null : caller.userId,
    credentialId: credentialOf(caller),
    ...deviceOf({ get: (name) => call.header(name) }),
    detail: { entity, ...(isJsonObject(metadata) ? metadata : {}) },
    activityId,
  });
}

/**
 * Tells the team of a change, as an activity of the source `team`, and notes in its audit log who made it, from where and by which
 * credential. Inside the transaction of the change itself: neither is there without the other. Gives the activity's id.
 */
export async function recordChange(
  tx: Executor,
  call: Pick<Call, "header">,
  caller: Author,
  change: TeamChange,
): Promise<string | null> {
  const { action, entity, predicate, metadata = {} } = change;
  const actor = await actorOf(tx, caller);
  const [activity] = await captureInTransaction(tx, caller.team.id, [
    {
      eventType: `team.${action}`,
      actor,
      entity,
      message: `${actor.name} ${predicate}`,
      metadata,
      source: TEAM_SOURCE,
    },
  ]);
  await noteChange(tx, call, caller, change, activity?.id ?? null);
  return activity?.id ?? null;
}
