import { describe, expect, it } from "vitest";
import { expectTold } from "../testing/expect-told";
import { eventOf } from "./testing/deliver";
import * as d from "./testing/documented";
import * as groups from "./testing/documented-groups";
import * as runs from "./testing/documented-runs";

const merged = (action: string, more = {}) => ({
  ...d.mergeRequest,
  object_attributes: { ...d.mergeRequest.object_attributes, action, ...more },
});
const issued = (action: string, more = {}) => ({
  ...d.issue,
  object_attributes: { ...d.issue.object_attributes, action, ...more },
});
const ran = (status: string) => ({
  ...runs.pipeline,
  object_attributes: { ...runs.pipeline.object_attributes, status },
});
const deployed = (status: string) => ({ ...runs.deployment, status });
const MERGE = "merge request Add input validation to booking form (!16)";
const ISSUE = "issue New API: create/update/delete file (#23)";

const SENTENCES: [payload: object, sentence: string][] = [
  [d.push, "John Smith pushed 4 commits to master in mike/diaspora"],
  [d.newBranch, "John Smith pushed 1 commit to new branch fix/a in mike/diaspora"],
  [d.deletedBranch, "John Smith deleted branch master in mike/diaspora"],
  [d.tagPush, "John Smith pushed tag v1.0.0 in mike/diaspora"],
  [{ ...d.tagPush, after: "0".repeat(40) }, "John Smith deleted tag v1.0.0 in mike/diaspora"],
  [d.issue, `Administrator opened ${ISSUE} in gitlabhq/gitlab-test`],
  [issued("close"), `Administrator closed ${ISSUE} in gitlabhq/gitlab-test`],
  [issued("reopen"), `Administrator reopened ${ISSUE} in gitlabhq/gitlab-test`],
  [issued("update"), `Administrator replaced the label API of ${ISSUE} with Platform in gitlabhq/gitlab-test`],
  [
    { ...issued("open", { type: "Incident", title: "Checkout is down" }), object_kind: "work_item" },
    "Administrator opened incident Checkout is down (#23) in gitlabhq/gitlab-test",
  ],
  [
    { ...issued("open", { type: "Key Result", title: "Half the cost" }), object_kind: "work_item" },
    "Administrator opened key result Half the cost (#23) in gitlabhq/gitlab-test",
  ],
  [
    { ...issued("close", { type: "Epic", title: "Roadmap" }), project: null, group: { full_path: "acme/apps" } },
    "Administrator closed epic Roadmap (&23) in acme/apps",
  ],
  [d.commitNote, "Administrator commented on commit cfe32cf6 in gitlab-org/gitlab-test"],
  [
    d.mergeNote,
    "Administrator commented on merge request Tempora et eos debitis quae laborum et. (!1) in gitlab-org/gitlab-test",
  ],
  [d.issueNote, "Administrator commented on issue test (#17) in gitlab-org/gitlab-test"],
  [d.snippetNote, "Administrator commented on snippet test ($53) in gitlab-org/gitlab-test"],
  [
    { ...d.issueNote, object_attributes: { ...d.issueNote.object_attributes, action: "update" } },
    "Administrator edited a comment on issue test (#17) in gitlab-org/gitlab-test",
  ],
  [d.mergeRequest, `Alex Garcia opened ${MERGE} in flightjs/flight-management`],
  [merged("open", { draft: true }), `Alex Garcia opened draft ${MERGE} in flightjs/flight-management`],
  [merged("close"), `Alex Garcia closed ${MERGE} in flightjs/flight-management without merging`],
  [merged("reopen"), `Alex Garcia reopened ${MERGE} in flightjs/flight-management`],
  [merged("merge"), `Alex Garcia merged ${MERGE} into main in flightjs/flight-management`],
  [merged("approval"), `Alex Garcia approved ${MERGE} in flightjs/flight-management`],
  [merged("approved"), `Alex Garcia approved ${MERGE} in flightjs/flight-management`],
  [merged("unapproval"), `Alex Garcia withdrew their approval of ${MERGE} in flightjs/flight-management`],
  [
    merged("unapproved", { system: true, system_action: "approvals_reset_on_push" }),
    `Alex Garcia reset the approvals of ${MERGE} with a push in flightjs/flight-management`,
  ],
  [merged("update", { oldrev: "a" }), `Alex Garcia pushed new commits to ${MERGE} in flightjs/flight-management`],
  [merged("update"), `Alex Garcia updated ${MERGE} in flightjs/flight-management`],
  [runs.wikiPage, "Administrator created wiki page Awesome in root/awesome-project"],
  [runs.pipeline, "GitLab Pipeline for branch: master (#31) passed on master in gitlab-org/gitlab-test after 1m 3s"],
  [ran("failed"), "GitLab Pipeline for branch: master (#31) failed on master in gitlab-org/gitlab-test after 1m 3s"],
  [ran("running"), "GitLab Pipeline for branch: master (#31) started on master in gitlab-org/gitlab-test"],
  [
    ran("manual"),
    "GitLab Pipeline for branch: master (#31) is waiting for somebody to start it on master in gitlab-org/gitlab-test",
  ],
  [runs.job, "GitLab job test was created on gitlab-script-trigger in gitlab-org/gitlab-test"],
  [
    { ...runs.job, build_status: "failed", build_duration: 7_500.2, tag: true },
    "GitLab job test failed on tag gitlab-script-trigger in gitlab-org/gitlab-test after 2h 5m",
  ],
  [runs.deployment, "Administrator deployed 279484c0 to staging in root/test-deployment-webhooks"],
  [deployed("running"), "Administrator started deploying 279484c0 to staging in root/test-deployment-webhooks"],
  [deployed("failed"), "Administrator failed to deploy 279484c0 to staging in root/test-deployment-webhooks"],
  [deployed("canceled"), "Administrator canceled deploying 279484c0 to staging in root/test-deployment-webhooks"],
  [runs.approval, "Ops Lead approved deploying 279484c0 to production in root/test-deployment-webhooks"],
  [runs.release, "GitLab published release v1.1 in gitlab-org/release-webhook-example"],
  [{ ...runs.release, action: "update" }, "GitLab updated release v1.1 in gitlab-org/release-webhook-example"],
  [{ ...runs.release, action: "delete" }, "GitLab deleted release v1.1 in gitlab-org/release-webhook-example"],
  [runs.milestone, "GitLab created milestone v1.0 in gitlabhq/gitlab-test"],
  [{ ...runs.milestone, action: "close" }, "GitLab closed milestone v1.0 in gitlabhq/gitlab-test"],
  [runs.featureFlag, "Administrator turned on feature flag test-feature-flag in gitlabhq/gitlab-test"],
  [runs.emoji, "Blake Bergstrom reacted with :thumbsup: to a comment on issue New issue! (#42) in flightjs/Flight"],
  [
    { ...runs.emoji, object_attributes: { ...runs.emoji.object_attributes, action: "revoke" } },
    "Blake Bergstrom took back :thumbsup: from a comment on issue New issue! (#42) in flightjs/Flight",
  ],
  [
    runs.vulnerability,
    "GitLab marked vulnerability REXML DoS vulnerability of high severity as confirmed in flightjs/Flight",
  ],
  [groups.projectToken, "GitLab warned that access token acd of flightjs/Flight will expire on 2024-01-26"],
  [groups.groupToken, "GitLab warned that access token acd of twitter will expire on 2024-01-26"],
  [groups.deployToken, "GitLab warned that deploy token seven-days-6days of flightjs/Flight will expire on 2026-12-24"],
  [groups.duoFlow, "GitLab Duo finished agent session #1 in flightjs/Flight"],
  [{ ...groups.duoFlow, event: "flow.failed" }, "GitLab Duo failed in agent session #1 in flightjs/Flight"],
  [groups.repositoryUpdate, "John Smith updated master in jsmith/example"],
  [groups.promotion, "GitLab denied subscription member approvals"],
];

describe("what GitLab documents", () => {
  it.each(SENTENCES)("%# reads well", (payload, sentence) => {
    const told = eventOf(payload);
    expect(told.message).toBe(sentence);
    expectTold(told);
  });

  it.each(groups.NAMED)("%s reads well", (event, payload, sentence) => {
    const told = eventOf({ ...payload, event_name: event });
    expect(told.message).toBe(sentence);
    expect(told.eventType).toBe(`gitlab.${event}`);
    expect(JSON.stringify(told)).not.toMatch(/ssh-rsa|@/);
    expectTold(told);
  });
});
