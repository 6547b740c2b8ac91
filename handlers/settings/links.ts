import { z } from "zod";
import { ActivityError, invalid } from "@/activity/errors";
import { TEAM_SOURCE } from "@/activity/event-types/team-source";
import { type Filter, serializeFilter } from "@/activity/filter";
import { dropCachedAccess } from "@/auth/access/drop-cached-access";
import { nameSchema } from "@/auth/account";
import type { Caller } from "@/auth/authenticate";
import { hashToken, newToken } from "@/auth/links/link-token";
import { getDatabase } from "@/db/client";
import { createLink } from "@/db/queries/links/create-link";
import { getLink } from "@/db/queries/links/get-link";
import { listLinks } from "@/db/queries/links/list-links";
import { restoreLink } from "@/db/queries/links/restore-link";
import { revokeLink } from "@/db/queries/links/revoke-link";
import { readNewest } from "@/db/queries/read-newest";
import { newId } from "@/ingest/new-id";
import { parseCallFilter } from "../activities/parse-list-query";
import { type Answer, type Call, json, noContent } from "../call";
import { ownUrl } from "../own-address";
import { readJson } from "../read-json";
import { recordChange } from "../record-change";
import { isSelfOrAdmin, requireMember } from "../require-caller";
import { undo } from "../undo";

/** What a new link is asked for with. */
export const newLinkSchema = z.strictObject({
  name: nameSchema,
  filter: z
    .string()
    .max(8_000)
    .optional()
    .describe("The filter as query parameters, as the list takes it; default: everything"),
  expiresAt: z.iso.datetime({ offset: true }).nullable().optional().describe("Null, the default: never"),
  hidesNames: z.boolean().optional().describe("People appear under pseudonyms; the metadata is left out as well"),
  hidesMetadata: z.boolean().optional(),
});

const idSchema = z.uuid();
/** Date.parse's last. */
const MOST_MS = 253_402_300_799_999;

/** The filter of a link: what happens to the team itself is told to nobody outside, unless its source is asked for. */
function parseFilterText(text: string): Filter {
  const filter = parseCallFilter(new URLSearchParams(text));
  return filter.source === undefined ? { ...filter, source: { any: [], not: [TEAM_SOURCE] } } : filter;
}

function parseExpiry(text: string | null | undefined): Date | null {
  if (text == null) return null;
  const at = Date.parse(text);
  if (!(at > Date.now() && at <= MOST_MS)) throw invalid(["expiresAt"], "must lie in the future");
  return new Date(at);
}

/** GET …/links: the team's links that are not revoked, and how often they were opened. For members, and keys with `admin`. */
export async function listLinksCall(call: Call): Promise<Answer> {
  const caller = await requireMember(call);
  const { db } = await getDatabase();
  return json(200, { items: await listLinks(db, caller.team.id) });
}

/** POST …/links: a new address by which anybody reads one view, given this once. It keeps the moment at which it is made. */
export async function createLinkCall(call: Call): Promise<Answer> {
  const caller = await requireMember(call);
  const asked = await readJson(call, 16_384, newLinkSchema);
  const { team } = caller;
  const { hidesNames = false, hidesMetadata = false } = asked;
  const filter = serializeFilter(parseFilterText(asked.filter ?? "")).toString();
  const expiresAt = parseExpiry(asked.expiresAt);
  const token = newToken();
  const { db } = await getDatabase();
  const made = await db.transaction(async (tx) => {
    const { seq, items } = await readNewest(tx, team.id, 1);
    const [newest] = items;
    const link = {
      id: newId(),
      name: asked.name,
      filter,
      hidesNames,
      // Free JSON may hold names anywhere.
      hidesMetadata: hidesMetadata || hidesNames,
      headSeq: seq,
      expiresAt,
    };
    await createLink(tx, team.id, {
      ...link,
      hash: hashToken(token),
      newestTimestamp: newest === undefined ? new Date() : new Date(newest.timestamp),
      newestSeq: newest?.seq ?? 0,
      createdBy: caller.via === "session" ? caller.userId : null,
    });
    await recordChange(tx, call, caller, {
      action: "link_created",
      entity: { type: "link", id: link.id, name: link.name },
      predicate: `shared the view ${link.name} by a link`,
      metadata: {
        filter,
        expiresAt: expiresAt?.toISOString() ?? null,
        hidesNames: link.hidesNames,
        hidesMetadata: link.hidesMetadata,
      },
    });
    return link;
  });
  return json(201, { ...made, url: ownUrl(call, `/s/${token}`) });
}

/** Throws `forbidden` unless the caller may end the link: members their own, owners and admins any. */
function requireSay(caller: Caller, link: { createdBy: string | null }): void {
  if (!isSelfOrAdmin(caller, link.createdBy)) {
    throw new ActivityError("forbidden", "Only an owner or admin of the team may revoke somebody else's link.");
  }
}

/** DELETE …/links/{id}: ends a link at once, on every server, and its open streams. Members end their own, owners and admins any. */
export async function revokeLinkCall(call: Call): Promise<Answer> {
  const caller = await requireMember(call);
  const id = idSchema.safeParse(call.params.id);
  const { db } = await getDatabase();
  const link = id.success ? await getLink(db, caller.team.id, id.data) : null;
  if (link === null) throw new ActivityError("not_found", "There is no such link.");
  requireSay(caller, link);
  await db.transaction(async (tx) => {
    // Somebody else may have been faster: then there is nothing to tell.
    if (!(await revokeLink(tx, caller.team.id, link.id))) return;
    await recordChange(tx, call, caller, {
      action: "link_revoked",
      entity: { type: "link", id: link.id, name: link.name },
      predicate: `revoked the link to the view ${link.name}`,
    });
  });
  dropCachedAccess();
  return noContent;
}

/** POST …/links/{id}/restore: a link that was revoked minutes ago leads to its view again. Members restore their own that they revoked, owners and admins any. */
export async function restoreLinkCall(call: Call): Promise<Answer> {
  const caller = await requireMember(call);
  return await undo(caller, { action: "link_revoked", id: call.params.id, what: "link" }, async (tx, id) => {
    const link = await restoreLink(tx, caller.team.id, id);
    if (link === null) return;
    requireSay(caller, link);
    await recordChange(tx, call, caller, {
      action: "link_restored",
      entity: { type: "link", id, name: link.name },
      predicate: `restored the link to the view ${link.name}`,
    });
  });
}
