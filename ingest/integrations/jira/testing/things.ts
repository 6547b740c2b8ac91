import { ada, bob, type Example, issue, project, robot, SITE, update } from "./issues";

const timestamp = 1_550_286_678_321;
const tell = (webhookEvent: string, more: object) => ({ timestamp, webhookEvent, ...more });
const comment = {
  self: `${SITE}/rest/api/2/issue/10040/comment/10019`,
  id: "10019",
  author: ada,
  updateAuthor: bob,
  body: "Added a comment with mentioned user [~user]",
  created: "2019-02-15T19:11:18.321-0800",
  jsdPublic: true,
};
const worklog = {
  self: `${SITE}/rest/api/2/issue/10014/worklog/10066`,
  author: ada,
  updateAuthor: bob,
  comment: "",
  timeSpent: "4d",
  timeSpentSeconds: 115200,
  id: "10066",
  issueId: "10014",
};
const attachment = {
  self: `${SITE}/rest/api/2/attachment/10000`,
  id: "10000",
  filename: "screenshot.png",
  author: ada,
  size: 12345,
  mimeType: "image/png",
  content: `${SITE}/secure/attachment/10000/screenshot.png`,
};
const issueLink = {
  id: 23161,
  sourceIssueId: 18715,
  destinationIssueId: 11917,
  issueLinkType: { id: 10002, name: "Duplicate", outwardName: "duplicates", inwardName: "is duplicated by" },
  systemLink: false,
};
const version = {
  self: `${SITE}/rest/api/2/version/65456`,
  id: "65456",
  name: "v1",
  description: "First",
  released: true,
  releaseDate: "2024-11-30",
  projectId: 12345,
};
const sprint = {
  id: 31,
  self: `${SITE}/rest/agile/1.0/sprint/31`,
  state: "active",
  name: "Sprint 1",
  originBoardId: 68,
  goal: "Ship",
  startDate: "2018-05-09T06:39:30.147Z",
};
const board = { id: 68, self: `${SITE}/rest/agile/1.0/board/68`, name: "Web board", type: "scrum" };
const filter = {
  self: `${SITE}/rest/api/2/filter/10000`,
  id: "10000",
  name: "All bugs",
  jql: "type = Bug",
  viewUrl: `${SITE}/issues/?filter=10000`,
  owner: ada,
};
const issuetype = { self: `${SITE}/rest/api/2/issuetype/10002`, id: "10002", name: "Spike", subtask: false };

// After the recorded deliveries in zulip/zulip, mattermost/mattermost-plugin-jira, pinpt/agent (links), putitio/putit-jira-plugin and
// mia-platform/integration-connector-agent (versions, projects); the shapes of the rest are those of Jira's REST API, as it says.
export const THINGS: Example[] = [
  [tell("comment_created", { comment, issue }), "Ada Lovelace commented on TES-41 Fix login"],
  [tell("comment_updated", { comment, issue }), "Bob edited a comment by Ada Lovelace on TES-41 Fix login"],
  [
    tell("comment_updated", { comment: { ...comment, updateAuthor: ada }, issue }),
    "Ada Lovelace edited a comment on TES-41 Fix login",
  ],
  [tell("comment_deleted", { comment, issue }), "Jira deleted a comment by Ada Lovelace on TES-41 Fix login"],
  [
    tell("comment_created", { comment: { ...comment, author: robot }, issue: { ...issue, fields: {} } }),
    "Automation for Jira commented on TES-41",
  ],
  [update([], { issue_event_type_name: "issue_commented", comment }), "Ada Lovelace commented on TES-41 Fix login"],
  [
    update([], { issue_event_type_name: "issue_comment_edited", comment }),
    "Ada Lovelace edited a comment on TES-41 Fix login",
  ],
  [
    update([{ field: "Comment", fromString: "secret" }], { issue_event_type_name: "issue_comment_deleted" }),
    "Ada Lovelace deleted a comment on TES-41 Fix login",
  ],
  [tell("worklog_created", { worklog }), "Ada Lovelace logged 4d of work on issue 10014"],
  [tell("worklog_updated", { worklog }), "Bob changed the work logged on issue 10014 to 4d"],
  [tell("worklog_deleted", { worklog }), "Jira deleted 4d of work logged on issue 10014"],
  [
    tell("worklog_created", { worklog: { ...worklog, timeSpent: null }, issue }),
    "Ada Lovelace logged work on issue TES-41 Fix login",
  ],
  [
    tell("jira:worklog_updated", {
      issue_event_type_name: "issue_work_logged",
      user: ada,
      issue,
      changelog: { items: [] },
    }),
    "Ada Lovelace logged work on TES-41 Fix login",
  ],
  [tell("attachment_created", { attachment }), "Ada Lovelace attached screenshot.png"],
  [tell("attachment_created", { attachment, issue }), "Ada Lovelace attached screenshot.png to TES-41 Fix login"],
  [tell("attachment_deleted", { attachment }), "Jira removed screenshot.png"],
  [tell("issuelink_created", { issueLink }), "Jira linked issue 18715: it duplicates issue 11917"],
  [tell("issuelink_deleted", { issueLink }), "Jira unlinked issue 18715: it no longer duplicates issue 11917"],
  [tell("issuelink_created", issueLink), "Jira linked issue 18715: it duplicates issue 11917"],
  [
    tell("issue_property_set", { issue, property: { key: "com.acme.deploy" } }),
    "Jira set the property com.acme.deploy of TES-41 Fix login",
  ],
  [tell("issue_property_deleted", { issue }), "Jira removed a property of TES-41 Fix login"],
  [tell("issuetype_created", { issuetype }), "Jira created issue type Spike"],
  [tell("issuetype_updated", { issueType: issuetype }), "Jira updated issue type Spike"],
  [tell("issuetype_deleted", { issuetype }), "Jira deleted issue type Spike"],
  [tell("project_created", { project: { ...project, projectLead: ada } }), "Jira created project Website"],
  [tell("project_updated", { project, user: ada }), "Ada Lovelace updated project Website"],
  [tell("project_deleted", { project, user_id: "admin", user_key: "JIRAUSER10000" }), "admin deleted project Website"],
  [tell("project_soft_deleted", { project }), "Jira moved project Website to the trash"],
  [tell("project_restored_deleted", { project }), "Jira restored project Website from the trash"],
  [tell("project_archived", { project }), "Jira archived project Website"],
  [tell("project_restored_archived", { project }), "Jira restored project Website from the archive"],
  [tell("jira:version_created", { version }), "Jira created version v1"],
  [tell("jira:version_updated", { version }), "Jira updated version v1"],
  [tell("jira:version_deleted", { version }), "Jira deleted version v1"],
  [tell("jira:version_released", { version }), "Jira released version v1"],
  [tell("jira:version_unreleased", { version }), "Jira unreleased version v1"],
  [tell("jira:version_moved", { version }), "Jira moved version v1 to another place in its list"],
  [
    tell("jira:version_merged", { version, mergedTo: { ...version, id: "9", name: "v2" } }),
    "Jira merged version v1 into v2",
  ],
  [
    tell("jira:version_deleted", { version, mergedTo: { ...version, id: "9", name: "v2" } }),
    "Jira merged version v1 into v2",
  ],
  [tell("sprint_created", { sprint }), "Jira created sprint Sprint 1"],
  [tell("sprint_updated", { sprint, oldValue: sprint }), "Jira updated sprint Sprint 1"],
  [tell("sprint_deleted", { sprint }), "Jira deleted sprint Sprint 1"],
  [tell("sprint_started", { sprint }), "Jira started sprint Sprint 1"],
  [tell("sprint_closed", { sprint }), "Jira closed sprint Sprint 1"],
  [tell("board_created", { board }), "Jira created board Web board"],
  [tell("board_updated", { board }), "Jira updated board Web board"],
  [tell("board_deleted", { board }), "Jira deleted board Web board"],
  [tell("board_configuration_changed", { configuration: board }), "Jira changed the configuration of board Web board"],
  [tell("filter_created", { filter }), "Jira created filter All bugs"],
  [tell("filter_updated", { filter }), "Jira updated filter All bugs"],
  [tell("filter_deleted", { filter }), "Jira deleted filter All bugs"],
  [tell("user_created", { user: ada }), "Jira created account Ada Lovelace"],
  [tell("user_updated", { user: ada }), "Jira updated account Ada Lovelace"],
  [tell("user_deleted", { user: { accountId: "5c5f" } }), "Jira deleted account 5c5f"],
  [tell("option_voting_changed", { property: { key: "jira.option.voting", value: "true" } }), "Jira turned voting on"],
  [tell("option_watching_changed", { property: { value: false } }), "Jira turned watching off"],
  [tell("option_unassigned_issues_changed", {}), "Jira changed the setting of unassigned issues"],
  [tell("option_subtasks_changed", {}), "Jira changed the setting of subtasks"],
  [tell("option_attachments_changed", {}), "Jira changed the setting of attachments"],
  [tell("option_issuelinks_changed", {}), "Jira changed the setting of issue links"],
  [tell("option_timetracking_changed", {}), "Jira changed the setting of time tracking"],
  [tell("option_timetracking_provider_changed", {}), "Jira changed the setting of the time tracking provider"],
  [tell("app_access_to_objects_blocked", {}), "Jira blocked app access to objects for an event"],
  [
    tell("app_access_to_objects_in_container_blocked", {}),
    "Jira blocked app access to objects in container for an event",
  ],
  [tell("jira_expression_evaluation_failed", {}), "Jira failed jira expression evaluation for an event"],
  [tell("robot_danced", { issue, user: ada }), "Ada Lovelace danced robot for TES-41 Fix login"],
  // After support.atlassian.com/cloud-automation/docs/jira-automation-actions: "Send web request", with an issue or an own body.
  [issue, "Jira reported TES-41 Fix login"],
  [{ issue, user: robot }, "Automation for Jira reported TES-41 Fix login"],
  [{ title: "Build broken", url: "https://ci.test/1" }, "Jira reported Build broken"],
  [{ a: 1 }, "Jira reported an automation"],
];
