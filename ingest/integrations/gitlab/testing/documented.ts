// The example payloads of docs.gitlab.com/user/project/integrations/webhook_events, shortened: events of projects.
export const root = {
  id: 1,
  name: "Administrator",
  username: "root",
  avatar_url: "http://www.gravatar.com/avatar/e64c7d89f26bd1972efa854d13d7dd61?s=40&d=identicon",
  email: "admin@example.com",
};
export const project = {
  id: 1,
  name: "Gitlab Test",
  description: "Aut reprehenderit ut est.",
  web_url: "http://example.com/gitlabhq/gitlab-test",
  avatar_url: null,
  git_http_url: "http://example.com/gitlabhq/gitlab-test.git",
  namespace: "GitlabHQ",
  visibility_level: 20,
  path_with_namespace: "gitlabhq/gitlab-test",
  default_branch: "master",
};
const api = { id: 206, title: "API", color: "#ffffff", project_id: 14, type: "ProjectLabel", group_id: 41 };
export const platform = { ...api, id: 205, title: "Platform", color: "#123123" };
const zeros = "0".repeat(40);

export const push = {
  object_kind: "push",
  event_name: "push",
  before: "95790bf891e76fee5e1747ab589903a6a1f80f22",
  after: "da1560886d4f094c3e6c9ef40349f7d38b5d27d7",
  ref: "refs/heads/master",
  ref_protected: true,
  checkout_sha: "da1560886d4f094c3e6c9ef40349f7d38b5d27d7",
  user_id: 4,
  user_name: "John Smith",
  user_username: "jsmith",
  user_email: "john@example.com",
  user_avatar: "https://s.gravatar.com/avatar/d4c74594d841139328695756648b6bd6?s=80",
  project_id: 15,
  project: { ...project, id: 15, web_url: "http://example.com/mike/diaspora", path_with_namespace: "mike/diaspora" },
  commits: [
    {
      id: "b6568db1bc1dcd7f8b4d5a946b0b91f9dacd7327",
      message:
        "Update Catalan translation to e38cb41.\n\nSee https://gitlab.com/gitlab-org/gitlab for more information",
      title: "Update Catalan translation to e38cb41.",
      timestamp: "2011-12-12T14:27:31+02:00",
      url: "http://example.com/mike/diaspora/commit/b6568db1bc1dcd7f8b4d5a946b0b91f9dacd7327",
      author: { name: "Jordi Mallach", email: "jordi@softcatala.org" },
    },
  ],
  total_commits_count: 4,
};
export const tagPush = {
  ...push,
  object_kind: "tag_push",
  event_name: "tag_push",
  before: zeros,
  after: "82b3d5ae55f7080f1e6022629cdb57bfae7cccc7",
  ref: "refs/tags/v1.0.0",
  message: "Tag message",
  commits: [],
  total_commits_count: 0,
};
export const newBranch = { ...push, before: zeros, ref: "refs/heads/fix/a", total_commits_count: 1 };
export const deletedBranch = { ...push, after: zeros, checkout_sha: null, total_commits_count: 0, commits: [] };

export const issue = {
  object_kind: "issue",
  event_type: "issue",
  user: root,
  project,
  object_attributes: {
    id: 301,
    title: "New API: create/update/delete file",
    assignee_ids: [51],
    author_id: 51,
    project_id: 14,
    created_at: "2013-12-03T17:15:43Z",
    updated_at: "2013-12-03T17:15:43Z",
    description: "Create new API for manipulations with repository",
    milestone_id: null,
    confidential: false,
    due_date: null,
    human_time_change: null,
    health_status: "at_risk",
    type: "Issue",
    iid: 23,
    url: "http://example.com/diaspora/issues/23",
    state: "opened",
    action: "open",
    severity: "high",
    labels: [api],
  },
  assignees: [{ name: "User1", username: "user1" }],
  labels: [api],
  changes: {
    updated_by_id: { previous: null, current: 1 },
    updated_at: { previous: "2017-09-15 16:50:55 UTC", current: "2017-09-15 16:52:00 UTC" },
    labels: { previous: [api], current: [platform] },
  },
};

const note = (noteable_type: string, text: string, url: string) => ({
  object_kind: "note",
  event_type: "note",
  user: root,
  project_id: 5,
  project: {
    ...project,
    id: 5,
    web_url: "http://example.com/gitlab-org/gitlab-test",
    path_with_namespace: "gitlab-org/gitlab-test",
  },
  object_attributes: {
    id: 1243,
    internal: false,
    note: text,
    noteable_type,
    author_id: 1,
    created_at: "2015-05-17 18:08:09 UTC",
    updated_at: "2015-05-17 18:09:10 UTC",
    system: false,
    action: "create",
    url,
  },
});
export const commitNote = {
  ...note(
    "Commit",
    "This is a commit comment. How does this work?",
    "http://example.com/gitlab-org/gitlab-test/commit/cfe32cf61b73a0d5e9f13e774abde7ff789b1660#note_1243",
  ),
  commit: {
    id: "cfe32cf61b73a0d5e9f13e774abde7ff789b1660",
    message: "Add submodule\n\nSigned-off-by: Example User <user@example.com.com>\n",
    timestamp: "2014-02-27T10:06:20+02:00",
    url: "http://example.com/gitlab-org/gitlab-test/commit/cfe32cf61b73a0d5e9f13e774abde7ff789b1660",
  },
};
export const mergeNote = {
  ...note(
    "MergeRequest",
    "This MR needs work.",
    "http://example.com/gitlab-org/gitlab-test/merge_requests/1#note_1244",
  ),
  merge_request: { id: 7, iid: 1, title: "Tempora et eos debitis quae laborum et.", target_branch: "markdown" },
};
export const issueNote = {
  ...note("Issue", "Hello world", "http://example.com/gitlab-org/gitlab-test/issues/17#note_1241"),
  issue: { id: 92, iid: 17, title: "test", state: "closed", labels: [{ id: 25, title: "Afterpod" }] },
};
export const snippetNote = {
  ...note(
    "Snippet",
    "Is this snippet doing what it's supposed to be doing?",
    "http://example.com/gitlab-org/gitlab-test/-/snippets/53#note_1245",
  ),
  snippet: {
    id: 53,
    title: "test",
    file_name: "test.rb",
    url: "http://example.com/gitlab-org/gitlab-test/-/snippets/53",
  },
};

const flight = {
  id: 2,
  name: "Flight Management",
  web_url: "http://gitlab.example.com/flightjs/flight-management",
  path_with_namespace: "flightjs/flight-management",
  default_branch: "main",
};
export const sidney = { id: 25, name: "Sidney Jones", username: "sjones", state: "unreviewed", re_requested: false };
export const mergeRequest = {
  object_kind: "merge_request",
  event_type: "merge_request",
  user: {
    id: 1,
    name: "Alex Garcia",
    username: "agarcia",
    avatar_url: "https://www.gravatar.com/avatar/1a29da0c?s=80",
  },
  project: flight,
  object_attributes: {
    author_id: 1,
    created_at: "2026-01-16 05:56:22 UTC",
    description: "This merge request adds input validation to the booking form.",
    draft: false,
    id: 93,
    iid: 16,
    source_branch: "feature/booking-validation",
    target_branch: "main",
    title: "Add input validation to booking form",
    updated_at: "2026-01-16 05:56:25 UTC",
    human_time_change: null,
    labels: [{ id: 19, title: "enhancement" }],
    last_commit: { id: "e59094b8de0f2f91abbe4760a52d9137260252d8", message: "Add email format validation" },
    source: flight,
    target: flight,
    state: "opened",
    system: false,
    url: "http://gitlab.example.com/flightjs/flight-management/-/merge_requests/16",
    action: "open",
    actioned_at: "2026-01-16 05:56:26 UTC",
  },
  labels: [{ id: 19, title: "enhancement" }],
  changes: { merge_status: { previous: "preparing", current: "checking" } },
  assignees: [{ id: 1, name: "Alex Garcia", username: "agarcia" }],
  reviewers: [sidney],
};
