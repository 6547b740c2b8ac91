// In the shapes of real deliveries of Bitbucket Cloud: woodpecker-ci/woodpecker server/forge/bitbucket/fixtures (2025), and
// go-playground/webhooks testdata/bitbucket, which are the examples of support.atlassian.com/bitbucket-cloud/docs/event-payloads.

export const HOME = "https://bitbucket.org/acme/web";

const account = (uuid: string, display_name: string, nickname: string) => ({
  display_name,
  links: {
    self: { href: `https://api.bitbucket.org/2.0/users/%7B${uuid}%7D` },
    avatar: { href: `https://secure.gravatar.com/avatar/${uuid}` },
    html: { href: `https://bitbucket.org/%7B${uuid}%7D/` },
  },
  type: "user",
  uuid: `{${uuid}}`,
  account_id: `712020:${uuid}`,
  nickname,
});

export const emma = account("a54f16da", "Emma Paris", "emmap1");
export const cain = account("b9585e33", "Cain Piper", "cain");

export const repository = {
  type: "repository",
  full_name: "acme/web",
  links: { self: { href: "https://api.bitbucket.org/2.0/repositories/acme/web" }, html: { href: HOME } },
  name: "web",
  scm: "git",
  website: null,
  owner: emma,
  workspace: { type: "workspace", slug: "acme", name: "Acme" },
  is_private: true,
  project: { type: "project", key: "PROJ", uuid: "{c66cda6b}", name: "ProjectX" },
  uuid: "{cbddcb41}",
  parent: null,
};

export const pullrequest = {
  comment_count: 2,
  type: "pullrequest",
  id: 7,
  title: "Fix login",
  description: "Closes #9",
  state: "OPEN",
  draft: false,
  author: emma,
  reason: "",
  created_on: "2026-08-12T15:46:15.353760+00:00",
  updated_on: "2026-08-12T16:58:05.146245+00:00",
  destination: { branch: { name: "main" }, commit: { hash: "859c737a468f" }, repository },
  source: { branch: { name: "fix/login" }, commit: { hash: "26240d6b7e74" }, repository },
  reviewers: [cain],
  links: {
    self: { href: "https://api.bitbucket.org/2.0/repositories/acme/web/pullrequests/7" },
    html: { href: `${HOME}/pull-requests/7` },
  },
};

export const comment = {
  id: 669392967,
  created_on: "2026-08-12T16:51:27.119515+00:00",
  updated_on: "2026-08-12T16:51:27.122433+00:00",
  content: { type: "rendered", raw: "Which screen?", markup: "markdown", html: "<p>Which screen?</p>" },
  user: emma,
  deleted: false,
  inline: undefined as unknown,
  links: { html: { href: `${HOME}/pull-requests/7/_/diff#comment-669392967` } },
};

export const issue = {
  id: 9,
  title: "Logo is blurry",
  content: { raw: "See the header.", html: "<p>See the header.</p>", markup: "markdown" },
  priority: "major",
  state: "on hold",
  type: "bug",
  milestone: { name: "v2" },
  reporter: emma,
  created_on: "2026-04-06T15:23:38.179678+00:00",
  updated_on: "2026-04-06T16:23:38.179678+00:00",
  links: { html: { href: `${HOME}/issues/9` } },
};

const SHA = "709d658dc5b6d6afcd46049c2f332ee3f515a67d";
const target = { type: "commit", hash: SHA, date: "2026-06-09T03:34:49+00:00", message: "Sharper logo\n" };

export const branch = (name: string) => ({
  type: "branch",
  name,
  target,
  links: { html: { href: `${HOME}/branch/${name}` } },
});
export const tag = (name: string) => ({
  ...branch(name),
  type: "tag",
  links: { html: { href: `${HOME}/commits/tag/${name}` } },
});

const commits = [
  { hash: SHA, message: "Sharper logo\n\nTwice the pixels.", author: { raw: "Emma <e@x.org>", user: emma } },
];
export const change = {
  old: branch("main") as unknown,
  new: branch("main") as unknown,
  links: { html: { href: `${HOME}/branches/compare/${SHA}..859c737a468f` } },
  created: false,
  forced: false,
  closed: false,
  commits,
  truncated: false,
};

export const commit_status = {
  name: "Unit Tests",
  description: "2 tests failed",
  state: "FAILED",
  key: "unit",
  url: "https://my-build-tool.com/builds/792",
  type: "build",
  refname: "main",
  created_on: "2026-11-19T20:37:35.547563+00:00",
  updated_on: "2026-11-20T08:01:16.433108+00:00",
  links: { commit: { href: `https://api.bitbucket.org/2.0/repositories/acme/web/commit/${SHA}` } },
};
