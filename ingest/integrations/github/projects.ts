import type { Describe, Draft } from "../forge/draft";
import { nearestUrl, organizationName, repositoryName } from "../forge/places";
import { aThing } from "../payload/a-thing";
import { entity } from "../payload/draft";
import { pastTense, words } from "../payload/past-tense";

/** `projects_v2_item`: GitHub names the kind of the item, not its title. */
export const describeProjectItem: Describe = (hook): Draft => {
  const item = hook.payload.at("projects_v2_item");
  const kind = words((item.text("content_type") ?? "item").replace(/([a-z])([A-Z])/g, "$1 $2").toLowerCase());
  const told = aThing(kind);
  const field = hook.payload.text("changes.field_value.field_name");
  const owner = repositoryName(hook) ?? organizationName(hook);
  const of = owner === null ? "" : ` of ${owner}`;
  const says = new Map([
    ["created", `added ${told} to a project`],
    ["deleted", `removed ${told} from a project`],
    ["converted", `turned a draft into ${told} in a project`],
    ["reordered", `moved ${told} in a project`],
    ["edited", `${field === null ? "edited" : `changed the ${field} of`} ${told} in a project`],
  ]);
  return {
    predicate: `${says.get(hook.action ?? "") ?? `${pastTense(hook.action, `${told}`)} in a project`}${of}`,
    entity: entity("project_item", item.text("id", "node_id") ?? kind, kind, { url: nearestUrl(hook) }),
    metadata: { contentType: item.text("content_type"), field, project: item.text("project_node_id") },
    happenedAt: hook.action === "created" ? item.at("created_at").value : undefined,
  };
};
