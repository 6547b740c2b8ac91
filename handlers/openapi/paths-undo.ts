import { UNDO_MINUTES } from "@/db/queries/get-recent-change";
import { operation, type PathItem } from "./operation";
import { inPath, KEY_OR_SESSION, SESSION, teamParameter } from "./parameters";

const MEMBERS = "Members restore their own that they revoked themselves; owners, admins and keys with `admin` any.";
const ADMINS = "For owners, admins, and keys with the scope `admin`.";

/** The call that restores one of the team's `things`, such as `keys`. */
function restoring(
  [things, parameter]: readonly [things: string, parameter: string],
  operationId: string,
  [tag, what]: readonly [tag: string, what: string],
  description: string,
  security = KEY_OR_SESSION,
): [path: string, item: PathItem] {
  const post = operation({
    operationId,
    tag,
    summary: `Restore ${what}, within ${UNDO_MINUTES} minutes`,
    description,
    security,
    parameters: [teamParameter, inPath(parameter, "What is to be restored", { type: "string", format: "uuid" })],
    answers: { 204: { description: "Restored, or there all the time" } },
    problems: ["unauthenticated", "forbidden", "not_found", "conflict", "too_many_requests"],
  });
  return [`/api/teams/{team}/${things}/{${parameter}}/restore`, { post }];
}

/** The calls that undo what was destroyed. */
export const undoPaths: Record<string, PathItem> = Object.fromEntries([
  restoring(["keys", "id"], "restoreKey", ["Keys", "a revoked key"], `${MEMBERS} It counts with the secrets it had.`),
  restoring(
    ["links", "id"],
    "restoreLink",
    ["Links", "a revoked link"],
    `${MEMBERS} It shows the moment it always did.`,
  ),
  restoring(
    ["invitations", "id"],
    "restoreInvitation",
    ["People", "a revoked invitation"],
    `${ADMINS} Not when whoever made it may not give its role any more (409).`,
  ),
  restoring(
    ["members", "userId"],
    "restoreMember",
    ["People", "a member who was removed"],
    `${ADMINS} With the role and the invitations they had. Who left by themselves is not brought back.`,
  ),
  restoring(
    ["integrations", "id"],
    "restoreIntegration",
    ["Integrations", "a deleted integration"],
    `${ADMINS} With its address, secret, settings and deliveries.`,
  ),
  restoring(
    ["feeds", "id"],
    "restoreFeed",
    ["Feeds", "a deleted public feed"],
    `${ADMINS} Not when another feed has its address by now (409).`,
  ),
  restoring(
    ["reader-tokens", "id"],
    "restoreReaderToken",
    ["Feeds", "a feed reader that was removed"],
    "The caller's own only.",
    SESSION,
  ),
]);
