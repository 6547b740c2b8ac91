// The example payloads of docs.gitlab.com/user/project/integrations/webhook_events and …/administration/system_hooks, shortened:
// events of groups and of a whole system.
const member = {
  created_at: "2020-12-11T04:57:22Z",
  updated_at: "2020-12-12T08:52:34Z",
  group_name: "webhook-test",
  group_path: "webhook-test",
  group_id: 100,
  user_username: "test_user",
  user_name: "Test User",
  user_email: "testuser@webhooktest.com",
  user_id: 64,
  group_access: "Guest",
  group_plan: null,
  expires_at: "2020-12-14T00:00:00Z",
};
const teamMember = {
  created_at: "2012-07-21T07:30:56Z",
  updated_at: "2012-07-21T07:38:22Z",
  access_level: "Maintainer",
  project_id: 74,
  project_name: "StoreCloud",
  project_path: "storecloud",
  project_path_with_namespace: "jsmith/storecloud",
  user_email: "johnsmith@example.com",
  user_name: "John Smith",
  user_username: "johnsmith",
  user_id: 41,
  project_visibility: "private",
};
const project = {
  created_at: "2024-10-07T10:43:48Z",
  updated_at: "2024-10-07T10:43:48Z",
  name: "project1",
  path: "project1",
  path_with_namespace: "group1/project1",
  project_id: 22,
  project_namespace_id: 32,
  owners: [{ name: "John", email: "user1@example.com" }],
  project_visibility: "private",
};
const subgroup = {
  created_at: "2021-01-20T09:40:12Z",
  name: "subgroup1",
  path: "subgroup1",
  full_path: "group1/subgroup1",
  group_id: 10,
  parent_group_id: 7,
  parent_full_path: "group1",
};
const group = { created_at: "2012-07-21T07:30:54Z", name: "StoreCloud", path: "storecloud", group_id: 78 };
const user = {
  created_at: "2012-07-21T07:44:07Z",
  updated_at: "2012-07-21T07:38:22Z",
  email: "js@gitlabhq.com",
  name: "John Smith",
  username: "js",
  user_id: 41,
};
const key = {
  created_at: "2014-08-18 18:45:16 UTC",
  username: "root",
  key: "ssh-rsa AAAAB3NzaC1yc2E john@localhost",
  id: 4,
};

/** By event name, with what is said of each. */
export const NAMED: [event: string, payload: object, sentence: string][] = [
  ["user_add_to_group", member, "GitLab added Test User to group webhook-test as Guest"],
  ["user_update_for_group", member, "GitLab updated the access of Test User to group webhook-test (Guest)"],
  ["user_remove_from_group", member, "GitLab removed Test User from group webhook-test"],
  ["user_access_request_to_group", member, "Test User asked for access to group webhook-test as Guest"],
  ["user_access_request_denied_for_group", member, "GitLab denied Test User access to group webhook-test"],
  [
    "user_access_request_revoked_for_group",
    member,
    "GitLab dropped the request of Test User for access to group webhook-test",
  ],
  ["user_add_to_team", teamMember, "GitLab added John Smith to project jsmith/storecloud as Maintainer"],
  [
    "user_update_for_team",
    teamMember,
    "GitLab updated the access of John Smith to project jsmith/storecloud (Maintainer)",
  ],
  ["user_remove_from_team", teamMember, "GitLab removed John Smith from project jsmith/storecloud"],
  [
    "user_access_request_to_project",
    teamMember,
    "John Smith asked for access to project jsmith/storecloud as Maintainer",
  ],
  [
    "user_access_request_revoked_for_project",
    teamMember,
    "GitLab dropped the request of John Smith for access to project jsmith/storecloud",
  ],
  ["project_create", project, "GitLab created project group1/project1"],
  ["project_destroy", project, "GitLab deleted project group1/project1"],
  ["project_update", project, "GitLab updated project group1/project1"],
  [
    "project_rename",
    { ...project, old_path_with_namespace: "group1/old" },
    "GitLab renamed project group1/old to group1/project1",
  ],
  [
    "project_transfer",
    { ...project, old_path_with_namespace: "jsmith/project1" },
    "GitLab moved project jsmith/project1 to group1/project1",
  ],
  ["subgroup_create", subgroup, "GitLab created subgroup group1/subgroup1"],
  ["subgroup_destroy", subgroup, "GitLab deleted subgroup group1/subgroup1"],
  ["group_create", group, "GitLab created group storecloud"],
  ["group_destroy", group, "GitLab deleted group storecloud"],
  [
    "group_rename",
    { ...group, path: "better-name", full_path: "parent/better-name", old_full_path: "parent/old-name" },
    "GitLab renamed group parent/old-name to parent/better-name",
  ],
  ["user_create", user, "GitLab created user John Smith"],
  ["user_destroy", user, "GitLab deleted user John Smith"],
  ["user_rename", { ...user, old_username: "old-boring-name" }, "GitLab renamed user old-boring-name to John Smith"],
  ["user_failed_login", { ...user, state: "blocked" }, "GitLab refused the sign-in of user John Smith"],
  ["key_create", key, "GitLab added an SSH key of root"],
  ["key_destroy", key, "GitLab removed an SSH key of root"],
];

const flight = { id: 7, web_url: "https://example.com/flightjs/Flight", path_with_namespace: "flightjs/Flight" };
export const projectToken = {
  object_kind: "access_token",
  project: flight,
  object_attributes: {
    user_id: 90,
    created_at: "2024-01-24 16:27:40 UTC",
    id: 25,
    name: "acd",
    expires_at: "2024-01-26",
    last_used_at: "2024-01-20 10:15:30 UTC",
  },
  event_name: "expiring_access_token",
};
const { project: _project, ...tokenAlone } = projectToken;
export const groupToken = {
  ...tokenAlone,
  group: { group_name: "Twitter", group_path: "twitter", group_id: 35, full_path: "twitter" },
};
export const deployToken = {
  object_kind: "deploy_token",
  project: flight,
  object_attributes: {
    id: 79,
    name: "seven-days-6days",
    expires_at: "2026-12-24 07:57:25 UTC",
    revoked: false,
    deploy_token_type: "project_type",
  },
  event_name: "expiring_deploy_token",
};
export const duoFlow = {
  object_kind: "duo_workflow",
  version: "1",
  event: "flow.completed",
  event_id: "f5e5f430-f57b-4e6e-9fac-d9128cd7232f",
  client_reference: "run-abc123",
  result: { message: "I corrected the indentation in .gitlab-ci.yml and pushed the change." },
  project: flight,
  user: { id: 1, name: "Sidney Jones", username: "sidney_jones" },
  workflow: {
    id: 1,
    status: "finished",
    web_url: "https://gitlab.example.com/flightjs/Flight/-/automate/agent-sessions/1",
  },
};
export const repositoryUpdate = {
  event_name: "repository_update",
  user_id: 1,
  user_name: "John Smith",
  user_avatar: "https://s.gravatar.com/avatar/d4c74594d841139328695756648b6bd6?s=80",
  project_id: 1,
  project: { name: "Example", web_url: "http://example.com/jsmith/example", path_with_namespace: "jsmith/example" },
  changes: [{ before: "8205ea8d81ce", after: "4045ea7a3df3", ref: "refs/heads/master" }],
  refs: ["refs/heads/master"],
};
export const promotion = {
  object_kind: "gitlab_subscription_member_approvals",
  action: "deny",
  object_attributes: { status: "success" },
  reviewed_by_user_id: 101,
  user_id: 42,
  updated_at: "2025-04-10T14:12:00Z",
};
