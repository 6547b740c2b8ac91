// In the shapes of real deliveries of Bitbucket Data Center: woodpecker-ci/woodpecker server/forge/bitbucketdatacenter/fixtures
// (2025), go-playground/webhooks testdata/bitbucket-server, and the types of @coderabbitai/bitbucket where those have none.

export const HOST = "https://bitbucket.example.com";
const self = (href: string) => ({ self: [{ href }] });

const account = (id: number, displayName: string, slug: string) => ({
  name: slug,
  emailAddress: `${slug}@example.com`,
  id,
  displayName,
  active: true,
  slug,
  type: "NORMAL",
  links: self(`${HOST}/users/${slug}`),
});

export const jane = account(9374, "Jane Smith", "jane");
export const tux = account(2125, "Cain Piper", "tux");

export const repository = {
  slug: "web",
  id: 1684,
  name: "web",
  scmId: "git",
  state: "AVAILABLE",
  project: {
    key: "DEV",
    id: 565,
    name: "devops-team",
    public: false,
    type: "NORMAL",
    links: self(`${HOST}/projects/DEV`),
  },
  public: false,
  links: self(`${HOST}/projects/DEV/repos/web/browse`),
};

const sha = "993203acecdb65ffe947424d0917768b0e5c3903";
const ref = (displayId: string) => ({ id: `refs/heads/${displayId}`, displayId, latestCommit: sha, repository });

export const pullRequest = {
  id: 111,
  version: 2,
  title: "Fix login",
  description: "Closes DEV-9",
  state: "OPEN",
  open: true,
  closed: false,
  draft: false,
  createdDate: 1_757_571_094_582,
  updatedDate: 1_757_591_589_232,
  fromRef: ref("fix/login"),
  toRef: ref("main"),
  author: { user: jane, role: "AUTHOR", approved: false, status: "UNAPPROVED" },
  reviewers: [{ user: tux, role: "REVIEWER", approved: false, status: "UNAPPROVED" }],
  links: self(`${HOST}/projects/DEV/repos/web/pull-requests/111`),
};

export const comment = { id: 62, version: 0, text: "Which screen?", author: jane, createdDate: 1_757_571_094_582 };

export const change = (type: string, id = "refs/heads/main") => ({
  ref: { id, displayId: id.replace(/^refs\/\w+\//, ""), type: "BRANCH" },
  refId: id,
  fromHash: "0".repeat(40),
  toHash: sha,
  type,
});

export const commits = [
  { id: sha, displayId: sha.slice(0, 11), message: "Sharper logo\n\nTwice the pixels.", author: { name: "jane" } },
];
