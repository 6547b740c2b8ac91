import { aThing } from "../payload/a-thing";
import { BODY_BYTES, entity } from "../payload/draft";
import { words } from "../payload/past-tense";
import { type Change, changes, changesForMetadata } from "./changes";
import { type Describe, type Draft, type Hook, snake } from "./hook";
import { actionPredicate } from "./named-changes";
import { identifierFromUrl, ownUrl, pageUrl } from "./places";

/** Where things without a page of their own are looked after. */
const PAGES = new Map([
  ["IssueLabel", ["settings", "issue-labels"]],
  ["ProjectLabel", ["settings", "project-labels"]],
  ["AuditEntry", ["settings", "audit-log"]],
]);
const KINDS = new Map([
  ["IssueLabel", "label"],
  ["CustomResource", "resource"],
]);

function userPredicate(hook: Hook, changed: readonly Change[], noun: string): string {
  const has = (field: string) => changed.some((change) => change.field === field);
  if (hook.action === "create") return `added ${noun}`;
  if (has("active")) return `${hook.data.flag("active") ? "reactivated" : "suspended"} ${noun}`;
  if (has("admin")) return hook.data.flag("admin") ? `made ${noun} an admin` : `took admin rights from ${noun}`;
  return actionPredicate(hook, changed, noun);
}

/** `User`: who is in the workspace and what they may do. */
export const describeUser: Describe = (hook): Draft => {
  const { data, payload } = hook;
  const name = data.text("name", "displayName") ?? "a user";
  const changed = changes(hook);
  return {
    predicate: userPredicate(hook, changed, name === "a user" ? name : `user ${name}`),
    entity: entity("user", data.text("id") ?? name, name, { url: data.url("url") ?? ownUrl(hook) }),
    metadata: {
      isAdmin: data.flag("admin") || undefined,
      isGuest: data.flag("guest") || undefined,
      changes: changesForMetadata(
        changed.filter(({ field }) => field !== "email"),
        new Map(),
      ),
    },
    happenedAt: payload.at("createdAt").value,
  };
};

/** `Attachment`: something from elsewhere that an issue is linked to. */
export const describeAttachment: Describe = (hook): Draft => {
  const { action, data, payload } = hook;
  const given = data.text("title");
  const name = given ?? "an attachment";
  const identifier = data.text("issue.identifier") ?? identifierFromUrl(payload.url("url"));
  const issue = identifier ?? "an issue";
  const says = new Map([
    ["create", `linked ${name} to ${issue}`],
    ["remove", `removed ${name} from ${issue}`],
  ]);
  const noun = given === null ? name : `attachment ${given}`;
  return {
    predicate: says.get(action) ?? `${actionPredicate(hook, changes(hook), noun)} of ${issue}`,
    entity: entity("attachment", data.text("id") ?? name, name, { url: data.url("url") ?? ownUrl(hook) }),
    metadata: { sourceType: data.text("sourceType"), subtitle: data.text("subtitle"), identifier },
    happenedAt: payload.at("createdAt").value,
  };
};

function kindOf(hook: Hook): string {
  return KINDS.get(hook.type) ?? (words(hook.type).toLowerCase() || "thing");
}

/** Labels, documents, releases, and whatever Linear has yet to invent: who, what was done, to what kind of thing, and its name. */
export const describeOther: Describe = (hook): Draft => {
  const { action, data, payload, type } = hook;
  const kind = kindOf(hook);
  const known = data.text("name", "title", "identifier", "version", "type");
  const thing = entity(snake(type) || "thing", data.text("id") ?? known ?? kind, known ?? aThing(kind), {
    reference: data.text("identifier", "version"),
    url: payload.url("url") ?? data.url("url") ?? pageUrl(hook, ...(PAGES.get(type) ?? [])),
  });
  const changed = changes(hook);
  return {
    predicate: actionPredicate(hook, changed, known === null ? thing.name : `${kind} ${thing.name}`),
    entity: thing,
    metadata: {
      color: data.text("color"),
      project: data.text("project.name"),
      initiative: data.text("initiative.name"),
      stage: data.text("stage.name"),
      changes: changesForMetadata(changed, new Map()),
      description:
        action === "create" ? (data.body("content", BODY_BYTES) ?? data.body("description", BODY_BYTES)) : null,
    },
    happenedAt: payload.at("createdAt").value,
  };
};
