import { describe, expect, it } from "vitest";
import { expectTold } from "../testing/expect-told";
import { eventOf } from "./testing/deliver";
import { issue, mergeRequest, platform, sidney } from "./testing/documented";

const MERGE = "merge request Add input validation to booking form (!16)";
const ISSUE = "issue New API: create/update/delete file (#23)";
const self = { id: 1, name: "Administrator", username: "root" };
const grace = { id: 8, name: "Grace", username: "grace" };
const beta = { id: 9, title: "beta" };

const update = (base: typeof issue | typeof mergeRequest, changes: object, more = {}) =>
  eventOf({ ...base, changes, object_attributes: { ...base.object_attributes, action: "update", ...more } });
const to = (previous: unknown, current: unknown) => ({ previous, current });

describe("what changed in an issue", () => {
  it.each<[changes: object, did: string, more?: object]>([
    [{ labels: to([], [platform]) }, `added the label Platform to ${ISSUE}`],
    [{ labels: to([], [platform, beta]) }, `added the labels Platform and beta to ${ISSUE}`],
    [{ labels: to([platform], []) }, `removed the label Platform from ${ISSUE}`],
    [{ assignees: to([], [self]) }, `assigned themselves to ${ISSUE}`],
    [{ assignees: to([], [grace, sidney]) }, `assigned Grace and Sidney Jones to ${ISSUE}`],
    [{ assignees: to([grace], []) }, `unassigned Grace from ${ISSUE}`],
    [{ assignees: to([grace], [sidney]) }, `reassigned ${ISSUE} from Grace to Sidney Jones`],
    [{ title: to("Old", "New") }, `changed the title of ${ISSUE} from Old`],
    [{ description: to("a", "b") }, `edited the description of ${ISSUE}`],
    [{ milestone_id: to(null, 8) }, `added ${ISSUE} to a milestone`],
    [{ milestone_id: to(8, null) }, `removed ${ISSUE} from its milestone`],
    [{ milestone_id: to(8, 9) }, `moved ${ISSUE} to another milestone`],
    [{ due_date: to(null, "2026-12-01") }, `set the due date of ${ISSUE} to 2026-12-01`],
    [{ weight: to(1, 3) }, `changed the weight of ${ISSUE} from 1 to 3`],
    [{ weight: to(1, null) }, `removed the weight of ${ISSUE}`],
    [{ health_status: to("on_track", "at_risk") }, `changed the health of ${ISSUE} from on track to at risk`],
    [{ confidential: to(false, true) }, `made ${ISSUE} confidential`],
    [{ discussion_locked: to(null, true) }, `locked the conversation on ${ISSUE}`],
    [{ total_time_spent: to(0, 1_800) }, `spent 30m on ${ISSUE}`, { human_time_change: "30m" }],
    [{ time_estimate: to(0, 3_600) }, `estimated 1h for ${ISSUE}`, { human_time_estimate: "1h" }],
    [{ custom_thing_id: to(4, 5) }, `changed the custom thing of ${ISSUE} from 4 to 5`],
    [{ labels: to([], [platform]), weight: to(1, 3) }, `changed the labels and weight of ${ISSUE}`],
    [{ updated_at: to("a", "b"), relative_position: to(1, 2) }, `updated ${ISSUE}`],
  ])("%j", (changes, did, more) => {
    const told = update(issue, changes, more);
    expect(told.message).toBe(`Administrator ${did} in gitlabhq/gitlab-test`);
    expectTold(told);
  });

  it("is kept, old and new", () => {
    const told = update(issue, { labels: to([], [platform]), weight: to(1, 3), description: to("a", "b") });
    expect(told.metadata).toMatchObject({
      changes: { labels: { to: ["Platform"] }, weight: { from: "1", to: "3" } },
      description: "Create new API for manipulations with repository",
    });
    expect(told.metadata).not.toHaveProperty("changes.description");
  });
});

describe("what changed in a merge request", () => {
  const asked = { ...sidney, re_requested: true };
  it.each<[changes: object, did: string]>([
    [{ draft: to(true, false), title: to("Draft: Add", "Add") }, `marked ${MERGE} as ready for review`],
    [{ draft: to(false, true), title: to("Add", "Draft: Add") }, `turned ${MERGE} back into a draft`],
    [{ reviewers: to([], [sidney]) }, `asked Sidney Jones to review ${MERGE}`],
    [{ reviewers: to([sidney], []) }, `withdrew the request for Sidney Jones to review ${MERGE}`],
    [{ reviewers: to([sidney], [grace]) }, `asked Grace to review ${MERGE} instead of Sidney Jones`],
    // "Re-request review events" and "Submit review events" send both lists without their names.
    [{ reviewers: [[{ ...sidney, state: "approved" }], [asked]] }, `asked Sidney Jones to review ${MERGE} again`],
    [
      { reviewers: [[{ ...sidney, state: "review_started" }], [{ ...sidney, state: "requested_changes" }]] },
      `requested changes to ${MERGE}`,
    ],
    [{ target_branch: to("main", "next") }, `changed the target branch of ${MERGE} from main to next`],
    [{ merge_when_pipeline_succeeds: to(false, true), merge_params: to({}, {}) }, `turned on auto-merge for ${MERGE}`],
    [{ blocking_discussions_resolved: to(false, true) }, `resolved all threads of ${MERGE}`],
  ])("%j", (changes, did) => {
    const told = update(mergeRequest, changes);
    expect(told.message).toBe(`Alex Garcia ${did} in flightjs/flight-management`);
    expectTold(told);
  });
});
