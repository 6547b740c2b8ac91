import { BODY_BYTES } from "../payload/draft";
import { changes, changesForMetadata } from "./changes";
import type { Describe, Draft, Hook } from "./hook";
import { actionPredicate } from "./named-changes";
import { ownUrl, pageUrl } from "./places";
import { issueThing, namedThing, type Thing } from "./things";

/** `Customer`. */
export const describeCustomer: Describe = (hook): Draft => {
  const { data, payload } = hook;
  const thing = namedThing("customer", data, ownUrl(hook));
  const changed = changes(hook);
  return {
    predicate: actionPredicate(hook, changed, thing.words),
    entity: thing.entity,
    metadata: {
      status: data.text("status.displayName", "status.name"),
      tier: data.text("tier.displayName", "tier.name"),
      changes: changesForMetadata(changed, new Map()),
    },
    happenedAt: payload.at("createdAt").value,
  };
};

/** What a customer asks for: an issue or a project, or nothing yet. */
function wanted(hook: Hook): Thing | null {
  const { data } = hook;
  const link = hook.payload.url("url");
  if (data.has("issue") || data.text("issueId") !== null)
    return issueThing(data.at("issue"), link ?? pageUrl(hook), data.text("issueId"));
  if (data.has("project") || data.text("projectId") !== null)
    return namedThing("project", data.at("project"), link ?? pageUrl(hook), data.text("projectId"));
  return null;
}

/** `CustomerNeed`: a customer's request, with what it is for. */
export const describeCustomerNeed: Describe = (hook): Draft => {
  const { action, data, payload } = hook;
  const customer = data.text("customer.name");
  const request = `a request${customer === null ? "" : ` of ${customer}`}`;
  const on = wanted(hook);
  const thing = on ?? namedThing("customer", data.at("customer"), ownUrl(hook), data.text("customerId"));
  const changed = changes(hook);
  const isMarked = changed.some(({ field }) => field === "priority");
  const says = new Map([
    ["create", on === null ? `added a request of ${thing.words}` : `added ${request} to ${on.words}`],
    ["remove", on === null ? `removed a request of ${thing.words}` : `removed ${request} from ${on.words}`],
  ]);
  const which = on === null ? `a request of ${thing.words}` : `${request} on ${on.words}`;
  const update = isMarked
    ? `marked ${which} as ${(data.count("priority") ?? 0) > 0 ? "important" : "not important"}`
    : `edited ${which}`;
  return {
    predicate: says.get(action) ?? update,
    entity: thing.entity,
    metadata: {
      customer,
      isImportant: (data.count("priority") ?? 0) > 0 || undefined,
      body: data.body("body", BODY_BYTES),
    },
    happenedAt: payload.at("createdAt").value,
  };
};
