// In the shapes of real deliveries: woodpecker-ci/woodpecker server/forge/{forgejo,gitea}/fixtures (2025, of codeberg.org and
// gitea.com), go-playground/webhooks testdata/gitea, and the structs and notifiers of Gitea 1.26 and Forgejo 15 where those have none.

export const HOME = "https://codeberg.org/acme/web";

const account = (id: number, login: string, fullName = "") => ({
  id,
  login,
  login_name: "",
  full_name: fullName,
  email: `${login}@noreply.codeberg.org`,
  avatar_url: `https://codeberg.org/avatars/${id}`,
  html_url: `https://codeberg.org/${login}`,
  last_login: "0001-01-01T00:00:00Z",
  username: login,
});

export const jony = account(21, "jony", "Jony Ive");
export const marta = account(2628, "marta");

const owner = account(90470, "acme");

export const repository = {
  id: 138564,
  owner,
  name: "web",
  full_name: "acme/web",
  private: false,
  fork: false,
  html_url: HOME,
  default_branch: "main",
  created_at: "2023-08-27T03:32:56+02:00",
  archived_at: "1970-01-01T01:00:00+01:00",
};

export const bug = { id: 1, name: "bug", color: "ee0701" };
export const docs = { id: 2, name: "Kind/Documentation", color: "37474f" };
export const milestone = { id: 22669, title: "v2", state: "open" };

export const issue = {
  id: 1,
  url: "https://codeberg.org/api/v1/repos/acme/web/issues/9",
  html_url: `${HOME}/issues/9`,
  number: 9,
  user: marta,
  title: "Logo is blurry",
  body: "See the header.",
  labels: [bug],
  milestone,
  assignee: null,
  assignees: null as unknown[] | null,
  state: "open",
  created_at: "2026-03-09T16:19:00+09:00",
  updated_at: "2026-03-09T16:20:44+09:00",
  closed_at: null as string | null,
  pull_request: null as unknown,
};

export const pull_request = {
  id: 701944,
  url: `${HOME}/pulls/7`,
  number: 7,
  user: jony,
  title: "Fix login",
  body: "Closes #9",
  labels: [docs],
  milestone,
  assignees: [marta],
  state: "open",
  draft: false,
  additions: 12,
  deletions: 3,
  changed_files: 2,
  html_url: `${HOME}/pulls/7`,
  merged: false,
  base: { label: "main", ref: "main", sha: "6".repeat(40) },
  head: { label: "fix/login", ref: "fix/login", sha: "3".repeat(40) },
  created_at: "2026-07-29T16:45:09+02:00",
  closed_at: null as string | null,
};

export const comment = {
  id: 2,
  html_url: `${HOME}/issues/9#issuecomment-2`,
  issue_url: `${HOME}/issues/9`,
  user: marta,
  body: "Which screen?",
  created_at: "2026-03-09T16:20:44+09:00",
};

export const commit = {
  id: "67b56589a45103f891bdee7c0546e5d40bc02001",
  message: "Sharper logo\n\nTwice the pixels.",
  url: `${HOME}/commit/67b56589a45103f891bdee7c0546e5d40bc02001`,
  author: { name: "Marta", email: "marta@example.org", username: "marta" },
  timestamp: "2026-03-09T16:23:39+09:00",
};

const before = "28e1879d029cb852e4844d9c718537df08844e03";
export const push = {
  ref: "refs/heads/main",
  before,
  after: commit.id,
  compare_url: `${HOME}/compare/${before}...${commit.id}`,
  commits: [commit],
  total_commits: 7,
  head_commit: commit,
  pusher: marta,
};

export const release = {
  id: 1,
  tag_name: "v2.0.0",
  target_commitish: "main",
  name: "Autumn",
  body: "New login",
  html_url: `${HOME}/releases/tag/v2.0.0`,
  draft: false,
  prerelease: false,
  created_at: "2026-03-09T16:25:04+09:00",
  published_at: "2026-03-09T16:25:04+09:00",
  author: marta,
};

export const container = {
  id: 7,
  owner,
  repository: null as unknown,
  creator: marta,
  type: "container",
  name: "web",
  version: "2.0.0",
  created_at: "2026-03-09T16:25:04+09:00",
  html_url: "https://codeberg.org/acme/-/packages/container/web/2.0.0",
};

/** A run of Forgejo Actions: modules/structs/action.go. */
export const run = {
  id: 88,
  title: "Sharper logo",
  repository,
  workflow_id: "test.yml",
  index_in_repo: 12,
  trigger_user: marta,
  ScheduleID: 0,
  prettyref: "main",
  commit_sha: commit.id,
  event: "push",
  event_payload: '{"ref": "refs/heads/main"}',
  trigger_event: "push",
  status: "failure",
  started: "2026-03-09T16:25:04+09:00",
  stopped: "2026-03-09T16:27:09+09:00",
  duration: 125_000_000_000,
  html_url: `${HOME}/actions/runs/12`,
};

/** A run of Gitea Actions: modules/structs/repo_actions.go. */
export const workflow_run = {
  id: 88,
  html_url: `${HOME}/actions/runs/12`,
  display_title: "Sharper logo",
  path: "test.yml@refs/heads/main",
  event: "push",
  run_attempt: 2,
  run_number: 12,
  head_sha: commit.id,
  head_branch: "main",
  status: "completed",
  conclusion: "failure",
  started_at: "2026-03-09T16:25:04+09:00",
  completed_at: "2026-03-09T16:27:09+09:00",
};

export const workflow_job = {
  id: 99,
  html_url: `${HOME}/actions/runs/12/jobs/0`,
  run_id: 88,
  name: "unit",
  head_sha: commit.id,
  head_branch: "main",
  status: "completed",
  conclusion: "failure",
  runner_name: "docker-1",
  steps: [{ name: "npm test", status: "completed", conclusion: "failure" }],
  created_at: "2026-03-09T16:25:04+09:00",
  started_at: "2026-03-09T16:25:05+09:00",
  completed_at: "2026-03-09T16:27:05+09:00",
};
