// Bodies of the form that the types `*WebhookPayload` of @linear/sdk 98 give, with the values of linear.app/developers/webhooks and
// of real deliveries in public repositories (morgs32/linear-hill-charts, squareup's SLA), shortened.
export const ada = {
  id: "14982762-f00e-4595-8dc5-5a93d8ba4ba2",
  type: "user",
  name: "Ada",
  email: "ada@example.com",
  url: "https://linear.app/acme/profiles/ada",
  avatarUrl: "https://public.linear.app/ada.png",
};
export const grace = {
  id: "f9674a44-4fe6-4fad-8bae-316640ff5df3",
  name: "Grace",
  email: "grace@example.com",
  url: "https://linear.app/acme/profiles/grace",
};
const team = { id: "df657590-816b-4754-9518-68e6cc61f275", key: "ENG", name: "Engineering" };

const entity = (type: string, data: object, url: string | null = null) => ({
  action: "create",
  type,
  actor: ada,
  createdAt: "2026-11-23T09:36:45.293Z",
  data: { createdAt: "2026-11-23T09:01:40.980Z", updatedAt: "2026-11-23T09:36:45.293Z", archivedAt: null, ...data },
  url,
  organizationId: "c8986123-11f1-4eef-8227-55102f7eac46",
  webhookTimestamp: 1_795_426_605_387,
  webhookId: "799f2ce7-2b82-408a-8d48-683c8329c27b",
});

export const ISSUE_URL = "https://linear.app/acme/issue/ENG-42/fix-login";
export const issueData = {
  id: "7f2cba4d-6244-415c-ac09-63eb071755a8",
  identifier: "ENG-42",
  number: 42,
  title: "Fix login",
  description: "It fails.",
  priority: 2,
  priorityLabel: "High",
  estimate: 3,
  dueDate: "2026-12-01",
  trashed: null,
  teamId: team.id,
  stateId: "3b2acb0f-0c93-4f09-a534-c3e83e8d9fc7",
  assigneeId: grace.id,
  labelIds: ["l-1", "l-2"],
  projectId: "p-1",
  cycleId: "c-1",
  parentId: null,
  state: { id: "3b2acb0f-0c93-4f09-a534-c3e83e8d9fc7", color: "#bec2c8", name: "In Progress", type: "started" },
  assignee: grace,
  creator: ada,
  team,
  project: { id: "p-1", name: "Autumn", url: "https://linear.app/acme/project/autumn-1" },
  cycle: { id: "c-1", number: 12, name: null },
  labels: [
    { id: "l-1", color: "#fff", name: "Bug" },
    { id: "l-2", color: "#fff", name: "Web" },
  ],
  descriptionData: '{"type":"doc","content":[{"type":"paragraph"}]}',
  url: ISSUE_URL,
};
export const issue = entity("Issue", issueData, ISSUE_URL);
export const issueChild = {
  id: issueData.id,
  identifier: "ENG-42",
  title: "Fix login",
  team,
  teamId: team.id,
  url: ISSUE_URL,
};

export const comment = entity(
  "Comment",
  {
    id: "2174add1-f7c8-44e3-bbf3-2d60b5ea8bc9",
    body: "Indeed, I think this is definitely an improvement over the previous version.",
    issueId: issueData.id,
    issue: issueChild,
    userId: ada.id,
    user: ada,
    reactionData: [],
  },
  `${ISSUE_URL}#comment-2174add1`,
);
export const reaction = entity("Reaction", {
  id: "r-1",
  emoji: "eyes",
  issueId: issueData.id,
  issue: issueChild,
  user: ada,
});
export const commentReaction = entity("Reaction", {
  id: "r-2",
  emoji: "+1",
  commentId: "2174add1",
  comment: { id: "2174add1", body: "Still trying. and trying.", issueId: issueData.id, userId: grace.id },
  user: ada,
});
export const label = entity("IssueLabel", {
  id: "l-1",
  name: "Bug",
  color: "#eb5757",
  isGroup: false,
  teamId: team.id,
});
const PROJECT_URL = "https://linear.app/acme/project/autumn-1";
export const project = entity(
  "Project",
  {
    id: "p-1",
    name: "Autumn",
    description: "Ship it",
    health: "atRisk",
    status: { id: "s-1", color: "#fff", name: "In Progress", type: "started" },
    statusId: "s-1",
    leadId: grace.id,
    lead: grace,
    targetDate: "2026-12-24",
    url: PROJECT_URL,
  },
  PROJECT_URL,
);
export const projectUpdate = entity(
  "ProjectUpdate",
  {
    id: "60d745e1-a432-4928-9060-2c25b1ae85d4",
    body: "This is an update",
    health: "onTrack",
    project: { id: "p-1", name: "Autumn", url: PROJECT_URL },
    projectId: "p-1",
    user: ada,
    userId: ada.id,
    url: `${PROJECT_URL}/activity#project-update-60d745e1`,
  },
  `${PROJECT_URL}/activity#project-update-60d745e1`,
);
export const cycle = entity("Cycle", {
  id: "c-1",
  number: 12,
  name: null,
  teamId: team.id,
  startsAt: "2026-11-23T00:00:00.000Z",
  endsAt: "2026-12-07T00:00:00.000Z",
  completedAt: null,
});
export const document = entity(
  "Document",
  { id: "d-1", title: "How we deploy", slugId: "abc", content: "Carefully.", projectId: "p-1" },
  "https://linear.app/acme/document/how-we-deploy-abc",
);
const INITIATIVE_URL = "https://linear.app/acme/initiative/growth-1";
export const initiative = entity(
  "Initiative",
  {
    id: "i-1",
    name: "Growth",
    status: "Active",
    health: "onTrack",
    owner: grace,
    ownerId: grace.id,
    url: INITIATIVE_URL,
  },
  INITIATIVE_URL,
);
export const initiativeUpdate = entity(
  "InitiativeUpdate",
  {
    id: "iu-1",
    body: "Slower than hoped",
    health: "offTrack",
    initiative: { id: "i-1", name: "Growth", url: INITIATIVE_URL },
    initiativeId: "i-1",
    user: ada,
    url: `${INITIATIVE_URL}/updates#initiative-update-1`,
  },
  `${INITIATIVE_URL}/updates#initiative-update-1`,
);
export const attachment = entity(
  "Attachment",
  {
    id: "a-1",
    title: "Fix login by #12",
    url: "https://github.com/acme/web/pull/12",
    sourceType: "github",
    metadata: { secret: "s" },
    issueId: issueData.id,
  },
  ISSUE_URL,
);
export const customer = entity("Customer", {
  id: "cu-1",
  name: "Initech",
  domains: ["initech.example"],
  status: { id: "st-1", name: "Active" },
  url: "https://linear.app/acme/customer/initech",
});
export const customerNeed = entity("CustomerNeed", {
  id: "cn-1",
  body: "They cannot log in",
  priority: 0,
  customer: { id: "cu-1", name: "Initech" },
  customerId: "cu-1",
  issue: issueChild,
  issueId: issueData.id,
});
export const user = entity("User", {
  ...grace,
  type: undefined,
  displayName: "grace",
  active: true,
  admin: false,
  guest: true,
});
export const release = entity("Release", {
  id: "re-1",
  name: "2026.11",
  version: "2026.11.1",
  url: "https://linear.app/acme/release/1",
});
