import { describe, expect, it } from "vitest";
import { expectTold } from "../testing/expect-told";
import { eventOf } from "./testing/deliver";
import * as p from "./testing/payloads";
import * as apps from "./testing/payloads-apps";

const changed = <T extends { data: object }>(payload: T, updatedFrom: object, data: object = {}) => ({
  ...payload,
  action: "update",
  updatedFrom: { updatedAt: "2026-11-22T00:00:00.000Z", ...updatedFrom },
  data: { ...payload.data, ...data },
});
const gone = (payload: object) => ({ ...payload, action: "remove" });
const session = (activity: object) => ({ ...apps.agentSession, action: "prompted", agentActivity: activity });
const notified = (action: string, more = {}) => ({
  ...apps.notification,
  action,
  notification: { ...apps.notification.notification, ...more },
});

const SENTENCES: [payload: object, sentence: string][] = [
  [p.issue, "Ada created ENG-42 Fix login"],
  [gone(p.issue), "Ada deleted ENG-42 Fix login"],
  [p.comment, "Ada commented on ENG-42 Fix login"],
  [changed(p.comment, {}, { parentId: "x" }), "Ada edited a comment on ENG-42 Fix login"],
  [{ ...p.comment, data: { ...p.comment.data, parentId: "x" } }, "Ada replied to a comment on ENG-42 Fix login"],
  [changed(p.comment, { body: "before" }), "Ada edited a comment on ENG-42 Fix login"],
  [
    changed(p.comment, { resolvedAt: null }, { resolvedAt: "2026-11-23T00:00:00Z" }),
    "Ada resolved a thread on ENG-42 Fix login",
  ],
  [changed(p.comment, { resolvedAt: "x" }), "Ada reopened a thread on ENG-42 Fix login"],
  [changed(p.comment, { reactionData: [] }), "Ada reacted to a comment on ENG-42 Fix login"],
  [gone(p.comment), "Ada deleted a comment on ENG-42 Fix login"],
  [p.reaction, "Ada reacted with :eyes: to ENG-42 Fix login"],
  [gone(p.reaction), "Ada took back :eyes: from ENG-42 Fix login"],
  [p.commentReaction, "Ada reacted with :+1: to the comment “Still trying. and trying.”"],
  [p.label, "Ada created label Bug"],
  [changed(p.label, { name: "Defect" }), "Ada renamed label Bug from Defect"],
  [gone(p.label), "Ada deleted label Bug"],
  [p.project, "Ada created project Autumn"],
  [changed(p.project, { statusId: "s-0" }), "Ada moved project Autumn to In Progress"],
  [changed(p.project, { leadId: null }), "Ada made Grace the lead of project Autumn"],
  [changed(p.project, { leadId: "x" }, { leadId: null, lead: null }), "Ada removed the lead of project Autumn"],
  [changed(p.project, { health: "onTrack" }), "Ada changed the health of project Autumn to at risk"],
  [changed(p.project, { targetDate: null }), "Ada set the target date of project Autumn to 2026-12-24"],
  [changed(p.project, { name: "Fall" }), "Ada renamed project Autumn from Fall"],
  [changed(p.project, { trashed: null }, { trashed: true }), "Ada deleted project Autumn"],
  [changed(p.project, { archivedAt: null }, { archivedAt: "2026-11-23" }), "Ada archived project Autumn"],
  [changed(p.project, { statusId: "s-0", leadId: "x" }), "Ada changed the status and lead of project Autumn"],
  [changed(p.project, { memberIds: [] }), "Ada changed the members of project Autumn"],
  [p.projectUpdate, "Ada posted an update on project Autumn (on track)"],
  [changed(p.projectUpdate, { body: "before", editedAt: null }), "Ada edited an update on project Autumn"],
  [gone(p.projectUpdate), "Ada deleted an update on project Autumn"],
  [p.cycle, "Ada created Cycle 12"],
  [changed(p.cycle, { completedAt: null }, { completedAt: "2026-12-07T00:00:00Z" }), "Ada completed Cycle 12"],
  [changed(p.cycle, { endsAt: "x" }), "Ada set the end of Cycle 12 to 2026-12-07"],
  [p.document, "Ada created document How we deploy"],
  [changed(p.document, { content: "x" }), "Ada edited the text of document How we deploy"],
  [changed(p.document, { title: "Deploys" }), "Ada renamed document How we deploy from Deploys"],
  [p.initiative, "Ada created initiative Growth"],
  [changed(p.initiative, { status: "Planned" }), "Ada moved initiative Growth to Active"],
  [p.initiativeUpdate, "Ada posted an update on initiative Growth (off track)"],
  [p.attachment, "Ada linked Fix login by #12 to ENG-42"],
  [gone(p.attachment), "Ada removed Fix login by #12 from ENG-42"],
  [p.customer, "Ada created customer Initech"],
  [changed(p.customer, { statusId: "x" }), "Ada moved customer Initech to Active"],
  [p.customerNeed, "Ada added a request of Initech to ENG-42 Fix login"],
  [
    changed(p.customerNeed, { priority: 0 }, { priority: 1 }),
    "Ada marked a request of Initech on ENG-42 Fix login as important",
  ],
  [gone(p.customerNeed), "Ada removed a request of Initech from ENG-42 Fix login"],
  [p.user, "Ada added user Grace"],
  [changed(p.user, { active: true }, { active: false }), "Ada suspended user Grace"],
  [changed(p.user, { admin: false }, { admin: true }), "Ada made user Grace an admin"],
  [p.release, "Ada created release 2026.11"],
  [apps.issueSla, "Linear reported that ENG-42 Fix login breached its SLA on 2026-11-23"],
  [{ ...apps.issueSla, action: "highRisk" }, "Linear warned that ENG-42 Fix login will breach its SLA on 2026-11-23"],
  [{ ...apps.issueSla, action: "set" }, "Linear set the SLA of ENG-42 Fix login to 2026-11-23"],
  [apps.notification, "Ada mentioned the app in a comment on ENG-42 Fix login"],
  [notified("issueAssignedToYou"), "Ada assigned ENG-42 Fix login to the app"],
  [notified("issueUnassignedFromYou"), "Ada unassigned the app from ENG-42 Fix login"],
  [notified("issueEmojiReaction", { reactionEmoji: "eyes" }), "Ada reacted with :eyes: to ENG-42 Fix login"],
  [notified("issueNewComment"), "Ada commented on ENG-42 Fix login"],
  [notified("issueStatusChanged"), "Ada changed the status of ENG-42 Fix login"],
  [notified("issueReminder", { actor: null }), "Linear told the app of ENG-42 Fix login: issue reminder"],
  [apps.agentSession, "Ada started an agent session on ENG-42 Fix login"],
  [
    session({ content: { type: "prompt", body: "more" }, user: p.grace }),
    "Grace answered the agent on ENG-42 Fix login",
  ],
  [session({ signal: "stop", user: p.grace }), "Grace told the agent to stop on ENG-42 Fix login"],
];
/** What names no page of Linear's anywhere. */
const UNLINKED: [payload: object, sentence: string][] = [
  [apps.oauthApp, "Linear took away the access of the app to the workspace"],
  [apps.permissionChange, "Linear gave the app access to 2 teams and took away the access of the app to 1 team"],
  [apps.authorization, "Ada took back the access of Feed"],
];

describe("what Linear documents", () => {
  it.each(SENTENCES)("%# reads well", (payload, sentence) => {
    const told = eventOf(payload);
    expect(told.message).toBe(sentence);
    expectTold(told);
  });

  it.each(UNLINKED)("%# reads well without a link", (payload, sentence) => {
    const told = eventOf(payload);
    expect(told.message).toBe(sentence);
    expectTold(told, { hasLink: false });
  });
});

describe("what changed in an issue", () => {
  it.each<[updatedFrom: object, did: string, data?: object]>([
    [{ stateId: "x", startedAt: null, sortOrder: 1 }, "moved ENG-42 Fix login to In Progress"],
    [{ stateId: "x", state: { name: "Todo" } }, "moved ENG-42 Fix login from Todo to In Progress"],
    [{ stateId: "x", assigneeId: null }, "moved ENG-42 Fix login to In Progress and changed its assignee"],
    [{ assigneeId: null }, "assigned ENG-42 Fix login to Grace"],
    [{ assigneeId: null }, "assigned ENG-42 Fix login to themselves", { assignee: p.ada }],
    [{ assigneeId: "x" }, "unassigned ENG-42 Fix login", { assignee: null, assigneeId: null }],
    [{ delegateId: null }, "delegated ENG-42 Fix login to Cursor", { delegate: { id: "b", name: "Cursor" } }],
    [{ priority: 4 }, "changed the priority of ENG-42 Fix login from Low to High"],
    [{ priority: 0 }, "set the priority of ENG-42 Fix login to High"],
    [{ priority: 4 }, "removed the priority of ENG-42 Fix login", { priority: 0, priorityLabel: "No priority" }],
    [{ title: "Old" }, "changed the title of ENG-42 Fix login from Old"],
    [{ labelIds: ["l-1"] }, "added the label Web to ENG-42 Fix login"],
    [{ labelIds: ["l-1", "l-2", "l-3"] }, "removed a label from ENG-42 Fix login"],
    [{ labelIds: ["l-3", "l-2"] }, "replaced a label of ENG-42 Fix login with Bug"],
    [{ estimate: 1 }, "changed the estimate of ENG-42 Fix login from 1 to 3"],
    [{ estimate: null }, "set the estimate of ENG-42 Fix login to 3"],
    [{ dueDate: null }, "set the due date of ENG-42 Fix login to 2026-12-01"],
    [{ dueDate: "x" }, "removed the due date of ENG-42 Fix login", { dueDate: null }],
    [{ cycleId: null }, "added ENG-42 Fix login to Cycle 12"],
    [{ cycleId: "x" }, "removed ENG-42 Fix login from its cycle", { cycleId: null, cycle: null }],
    [{ projectId: "x" }, "moved ENG-42 Fix login to project Autumn"],
    [{ teamId: "x", number: 3 }, "moved ENG-42 Fix login to team Engineering"],
    [{ parentId: null }, "made ENG-42 Fix login a sub-issue", { parentId: "x" }],
    [{ parentId: "x" }, "detached ENG-42 Fix login from its parent issue"],
    [{ description: null, descriptionData: null }, "edited the description of ENG-42 Fix login"],
    [{ archivedAt: null }, "archived ENG-42 Fix login", { archivedAt: "2026-11-23T00:00:00Z" }],
    [{ archivedAt: "x" }, "restored ENG-42 Fix login"],
    [{ trashed: null, archivedAt: null }, "deleted ENG-42 Fix login", { trashed: true, archivedAt: "2026-11-23" }],
    [{ slaBreachesAt: "x", slaStartedAt: "x" }, "changed the SLA of ENG-42 Fix login"],
    [{ priority: 4, estimate: 1 }, "changed the priority and estimate of ENG-42 Fix login"],
    [{ sortOrder: 1, boardOrder: 2, prioritySortOrder: 3 }, "updated ENG-42 Fix login"],
  ])("%j", (updatedFrom, did, data) => {
    const told = eventOf(changed(p.issue, updatedFrom, data));
    expect(told.message).toBe(`Ada ${did}`);
    expectTold(told);
  });

  it("is kept, old and new, where both say something", () => {
    const told = eventOf(changed(p.issue, { stateId: "x", assigneeId: "y", estimate: 1, description: "before" }));
    expect(told.metadata).toMatchObject({
      changes: { state: { to: "In Progress" }, assignee: { to: "Grace" }, estimate: { from: 1, to: 3 } },
      description: "It fails.",
    });
    expect(told.metadata).not.toHaveProperty("changes.description");
  });
});
