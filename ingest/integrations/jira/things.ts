import { aThing } from "../payload/a-thing";
import { BODY_BYTES, type Entity, entity } from "../payload/draft";
import type { Fields } from "../payload/fields";
import { pastTense, words } from "../payload/past-tense";
import type { Describe, Hook } from "./hook";
import { account, doer, JIRA } from "./people";
import { boardUrl, browseUrl, filterUrl, personUrl, searchUrl } from "./site";

/** A thing and the words for it: "project Web", or "a project" without a name. What has no page (any more) leads to its site. */
function named(hook: Hook, kind: string, part: Fields, more: { reference?: string | null; url?: string | null } = {}) {
  const name = part.text("name", "key", "id");
  const id = part.text("id", "key") ?? name ?? kind;
  const url = more.url ?? hook.site;
  const thing: Entity = entity(kind.replaceAll(" ", "_"), id, name ?? aThing(kind), { ...more, url });
  return { words: name === null ? thing.name : `${kind} ${name}`, thing };
}

/** `project_created`, … A project may wait in the trash or in the archive before it is gone. */
export const describeProject: Describe = (hook) => {
  const project = hook.payload.at("project");
  const key = project.text("key");
  const isGone = /^(soft_)?deleted$/.test(hook.action);
  const { words: told, thing } = named(hook, "project", project, {
    reference: key,
    url: isGone ? null : browseUrl(hook.site, key),
  });
  const says = new Map([
    ["soft_deleted", `moved ${told} to the trash`],
    ["restored_deleted", `restored ${told} from the trash`],
    ["restored_archived", `restored ${told} from the archive`],
  ]);
  return {
    actor: doer(hook),
    predicate: says.get(hook.action) ?? pastTense(hook.action, told),
    entity: thing,
    metadata: {
      key,
      lead: project.text("projectLead.displayName", "lead.displayName"),
      category: project.text("projectCategory.name"),
    },
    isImportant: isGone,
  };
};

/** `jira:version_released`, … A server tells of a merger as a deletion with the version that remains. */
export const describeVersion: Describe = (hook) => {
  const { payload, site } = hook;
  const version = payload.at("version");
  const id = version.text("id");
  const into = payload.text("mergedTo.name", "mergedVersion.name", "mergeTo.name");
  const isMerged = hook.action === "merged" || into !== null;
  const isGone = hook.action === "deleted" || isMerged;
  const { words: told, thing } = named(hook, "version", version, {
    url: isGone ? null : searchUrl(site, "fixVersion", id),
  });
  const predicate = isMerged ? `merged ${told}${into === null ? "" : ` into ${into}`}` : pastTense(hook.action, told);
  return {
    actor: doer(hook),
    predicate: hook.action === "moved" ? `moved ${told} to another place in its list` : predicate,
    entity: thing,
    metadata: {
      description: version.body("description", BODY_BYTES),
      startDate: version.day("startDate"),
      releaseDate: version.day("releaseDate"),
      isOverdue: version.flag("overdue") ? true : null,
      mergedInto: into,
    },
  };
};

/** `sprint_started`, … A sprint's page is its board. */
export const describeSprint: Describe = (hook) => {
  const sprint = hook.payload.at("sprint");
  const url = boardUrl(hook.site, sprint.text("originBoardId")) ?? searchUrl(hook.site, "sprint", sprint.text("id"));
  const { words: told, thing } = named(hook, "sprint", sprint, { url });
  const goal = sprint.body("goal", BODY_BYTES);
  return {
    actor: doer(hook),
    predicate: pastTense(hook.action, told),
    entity: thing,
    metadata: {
      state: sprint.text("state"),
      startDate: sprint.day("startDate"),
      endDate: sprint.day("endDate"),
      ...(hook.action === "started" ? { body: goal } : { goal }),
    },
  };
};

/** `board_created`, … and `board_configuration_changed`, which names the board in its configuration. */
export const describeBoard: Describe = (hook) => {
  const { payload, site, action } = hook;
  const board = payload.has("board") ? payload.at("board") : payload.at("configuration");
  const url = action === "deleted" ? null : boardUrl(site, board.text("id"));
  const { words: told, thing } = named(hook, "board", board, { url });
  return {
    actor: doer(hook),
    predicate: action === "configuration_changed" ? `changed the configuration of ${told}` : pastTense(action, told),
    entity: thing,
    metadata: { kind: board.text("type"), project: board.text("location.projectName", "location.name") },
  };
};

/** `filter_created`, … */
export const describeFilter: Describe = (hook) => {
  const filter = hook.payload.at("filter");
  const url = filter.url("viewUrl") ?? filterUrl(hook.site, filter.text("id"));
  const { words: told, thing } = named(hook, "filter", filter, { url: hook.action === "deleted" ? null : url });
  return {
    actor: doer(hook),
    predicate: pastTense(hook.action, told),
    entity: thing,
    metadata: { jql: filter.body("jql", BODY_BYTES), owner: filter.text("owner.displayName") },
  };
};

/** `issuetype_created`, … */
export const describeIssueType: Describe = (hook) => {
  const type = ["issuetype", "issueType"].map((key) => hook.payload.at(key)).find((part) => part.has(""));
  const { words: told, thing } = named(hook, "issue type", type ?? hook.payload.at("issuetype"));
  return {
    actor: doer(hook),
    predicate: pastTense(hook.action, told),
    entity: thing,
    metadata: { description: type?.body("description", BODY_BYTES) },
  };
};

/** `user_created`, …: the account is the thing, and who changed it is not told. */
export const describeUser: Describe = (hook) => {
  const user = hook.payload.at("user");
  const found = account(user);
  const name = found?.name ?? "an account";
  const url = hook.action === "deleted" ? hook.site : personUrl(hook.site, user.text("accountId"));
  return {
    actor: JIRA,
    predicate: pastTense(hook.action, found === null ? name : `account ${name}`),
    entity: entity("user", found?.id ?? name, name, { url }),
  };
};

const SETTINGS = new Map([
  ["issuelinks", "issue links"],
  ["timetracking", "time tracking"],
  ["timetracking_provider", "the time tracking provider"],
]);

/** `option_voting_changed`, …: a setting of the whole site. */
export const describeOption: Describe = (hook: Hook) => {
  const id = hook.action.replace(/_changed$/, "");
  const name = SETTINGS.get(id) ?? (words(id) || "a setting");
  const value = hook.payload.at("property.value").value;
  const isOn = value === true || value === "true";
  const isOff = value === false || value === "false";
  return {
    actor: doer(hook),
    predicate: isOn ? `turned ${name} on` : isOff ? `turned ${name} off` : `changed the setting of ${name}`,
    entity: entity("setting", id === "" ? "setting" : id, name, { url: hook.site }),
    metadata: { value: hook.payload.text("property.value") },
  };
};
