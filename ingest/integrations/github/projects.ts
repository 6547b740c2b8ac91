import { plainValue } from "../forge/changes";
import type { Describe, Draft } from "../forge/draft";
import type { Hook } from "../forge/hook";
import { nearestUrl, organizationName, organizationUrl, repositoryName } from "../forge/places";
import { aThing } from "../payload/a-thing";
import { entity } from "../payload/draft";
import type { Fields } from "../payload/fields";
import { pastTense, words } from "../payload/past-tense";

/** A value of a project's field: an option or an iteration by its name, else itself. */
function fieldValue(value: Fields): string | null {
  return value.text("name", "title") ?? plainValue(value);
}

/** "changed Status of an issue from Todo to Done", as far as GitHub tells. */
function changed(hook: Hook, told: string): string {
  const { payload } = hook;
  const field = payload.text("changes.field_value.field_name");
  if (field === null) return `edited ${told}`;
  const [from, to] = ["from", "to"].map((side) => fieldValue(payload.at(`changes.field_value.${side}`)));
  if (from && to) return `changed ${field} of ${told} from ${from} to ${to}`;
  if (to) return `set ${field} of ${told} to ${to}`;
  return from ? `cleared ${field} of ${told} (was ${from})` : `changed ${field} of ${told}`;
}

/** `projects_v2_item`: GitHub names the kind of the item, not its title. */
export const describeProjectItem: Describe = (hook): Draft => {
  const { payload } = hook;
  const item = payload.at("projects_v2_item");
  const kind = words(item.text("content_type") ?? "item").toLowerCase();
  const told = aThing(kind);
  const number = payload.count("changes.field_value.project_number");
  const project = number === null ? "a project" : `project #${number}`;
  const owner = repositoryName(hook) ?? organizationName(hook);
  const from = payload.text("changes.content_type.from");
  const says = new Map([
    ["created", `added ${told} to ${project}`],
    ["deleted", `removed ${told} from ${project}`],
    ["converted", `turned ${from === null ? "a draft" : aThing(words(from).toLowerCase())} into ${told} in ${project}`],
    ["reordered", `moved ${told} in ${project}`],
    ["edited", `${changed(hook, told)} in ${project}`],
  ]);
  const page = number === null ? "projects" : `projects/${number}`;
  return {
    predicate: `${says.get(hook.action ?? "") ?? `${pastTense(hook.action, told)} in ${project}`}${owner === null ? "" : ` of ${owner}`}`,
    entity: entity("project_item", item.text("id", "node_id") ?? kind, kind, {
      url: organizationUrl(hook, page) ?? nearestUrl(hook),
    }),
    metadata: {
      contentType: item.text("content_type"),
      field: payload.text("changes.field_value.field_name"),
      from: fieldValue(payload.at("changes.field_value.from")),
      to: fieldValue(payload.at("changes.field_value.to")),
      project: number ?? item.text("project_node_id"),
    },
    happenedAt: hook.action === "created" ? item.at("created_at").value : undefined,
  };
};

const STATUS = new Map([
  ["ON_TRACK", "on track"],
  ["AT_RISK", "at risk"],
  ["OFF_TRACK", "off track"],
  ["COMPLETE", "complete"],
  ["INACTIVE", "inactive"],
]);

/** `projects_v2_status_update`: how a project stands, in somebody's words. */
export const describeProjectStatus: Describe = (hook): Draft => {
  const update = hook.payload.at("projects_v2_status_update");
  const status = update.text("status", "changes.status.to");
  const told = STATUS.get(status ?? "") ?? status;
  const owner = organizationName(hook);
  const of = owner === null ? "" : ` of ${owner}`;
  const says = new Map([
    [
      "created",
      told === null
        ? `posted a status update of a project${of}`
        : `reported that a project${of} is ${told}, in a status update`,
    ],
    ["edited", `edited a status update of a project${of}`],
    ["deleted", `deleted a status update of a project${of}`],
  ]);
  return {
    predicate: says.get(hook.action ?? "") ?? pastTense(hook.action, `a status update of a project${of}`),
    entity: entity("project_status_update", update.text("id", "node_id") ?? "status update", "status update", {
      url: organizationUrl(hook, "projects") ?? nearestUrl(hook),
    }),
    metadata: {
      status,
      before: hook.payload.text("changes.status.from"),
      targetDate: update.text("target_date"),
      body: update.body("body", 4_096),
    },
    happenedAt: hook.action === "created" ? update.at("created_at").value : undefined,
    isImportant: hook.action === "created" && status === "OFF_TRACK",
  };
};
