import { describe, expect, it } from "vitest";
import { expectTold } from "../testing/expect-told";
import * as of from "./testing/cloud";
import { read, readAll } from "./testing/deliver";

const { HOME, branch, cain, change, comment, commit_status, emma, issue, pullrequest, repository, tag } = of;
const push = (...changes: Record<string, unknown>[]) => ({
  push: { changes: changes.map((one) => ({ ...change, ...one })) },
});
const inline = { ...comment, inline: { path: "src/app/page.tsx", from: null, to: 10 } };

const SENTENCES: [key: string, payload: Record<string, unknown>, sentence: string][] = [
  ["repo:push", push({}), "Emma Paris pushed 1 commit to main in acme/web"],
  ["repo:push", push({ truncated: true }), "Emma Paris pushed 1+ commits to main in acme/web"],
  ["repo:push", push({ forced: true }), "! Emma Paris force-pushed 1 commit to main in acme/web"],
  [
    "repo:push",
    push({ old: null, new: branch("fix/a") }),
    "Emma Paris pushed 1 commit to new branch fix/a in acme/web",
  ],
  ["repo:push", push({ old: branch("fix/a"), new: null, closed: true }), "Emma Paris deleted branch fix/a in acme/web"],
  ["repo:push", push({ old: null, new: tag("v1") }), "Emma Paris pushed tag v1 in acme/web"],
  ["repo:push", push({ old: tag("v1"), new: null }), "Emma Paris deleted tag v1 in acme/web"],
  [
    "repo:fork",
    { fork: { ...repository, full_name: "emma/web", uuid: "{f}" } },
    "Emma Paris forked acme/web to emma/web",
  ],
  [
    "repo:updated",
    { changes: { name: { old: "site", new: "web" }, full_name: { old: "acme/site", new: "acme/web" }, links: {} } },
    "Emma Paris renamed repository acme/site to acme/web",
  ],
  [
    "repo:updated",
    { changes: { website: { old: "", new: "https://acme.org" }, language: { old: "", new: "java" } } },
    "Emma Paris changed the website and language of repository acme/web",
  ],
  ["repo:transfer", { previous_workspace: { slug: "old" } }, "! Emma Paris transferred repository acme/web from old"],
  ["repo:deleted", {}, "! Emma Paris deleted repository acme/web"],
  [
    "repo:commit_comment_created",
    { comment, commit: { hash: "9fec847784abb10b2fa567ee63b85bd238955d0e" } },
    "Emma Paris commented on commit 9fec847 in acme/web",
  ],
  [
    "repo:commit_status_created",
    { commit_status: { ...commit_status, state: "INPROGRESS" } },
    "Emma Paris reported that check Unit Tests started for commit 709d658 in acme/web",
  ],
  [
    "repo:commit_status_updated",
    { commit_status },
    "! Emma Paris reported that check Unit Tests failed for commit 709d658 in acme/web",
  ],
  [
    "repo:commit_status_updated",
    { commit_status: { ...commit_status, refname: "fix/login" } },
    "Emma Paris reported that check Unit Tests failed for commit 709d658 in acme/web",
  ],
  ["issue:created", { issue }, "Emma Paris opened issue Logo is blurry (#9) in acme/web"],
  [
    "issue:updated",
    { issue, comment, changes: { priority: { old: "minor", new: "major" }, status: { old: "open", new: "on hold" } } },
    "Emma Paris changed the status of issue Logo is blurry (#9) from open to on hold in acme/web",
  ],
  [
    "issue:updated",
    { issue, changes: { assignee: { old: null, new: cain } } },
    "Emma Paris assigned Cain Piper to issue Logo is blurry (#9) in acme/web",
  ],
  ["issue:updated", { issue, changes: {} }, "Emma Paris updated issue Logo is blurry (#9) in acme/web"],
  ["issue:comment_created", { issue, comment }, "Emma Paris commented on issue Logo is blurry (#9) in acme/web"],
  ["pullrequest:created", { pullrequest }, "Emma Paris opened pull request Fix login (#7) in acme/web"],
  [
    "pullrequest:created",
    { pullrequest: { ...pullrequest, draft: true } },
    "Emma Paris opened draft pull request Fix login (#7) in acme/web",
  ],
  ["pullrequest:updated", { pullrequest }, "Emma Paris updated pull request Fix login (#7) in acme/web"],
  ["pullrequest:push", { pullrequest }, "Emma Paris pushed new commits to pull request Fix login (#7) in acme/web"],
  ["pullrequest:approved", { pullrequest }, "Emma Paris approved pull request Fix login (#7) in acme/web"],
  [
    "pullrequest:unapproved",
    { pullrequest },
    "Emma Paris took back their approval of pull request Fix login (#7) in acme/web",
  ],
  [
    "pullrequest:changes_request_created",
    { pullrequest },
    "Emma Paris requested changes on pull request Fix login (#7) in acme/web",
  ],
  [
    "pullrequest:changes_request_removed",
    { pullrequest },
    "Emma Paris took back their request for changes on pull request Fix login (#7) in acme/web",
  ],
  [
    "pullrequest:fulfilled",
    { pullrequest: { ...pullrequest, state: "MERGED" } },
    "Emma Paris merged pull request Fix login (#7) into main in acme/web",
  ],
  [
    "pullrequest:rejected",
    { pullrequest: { ...pullrequest, state: "DECLINED", reason: "Too large" } },
    "Emma Paris declined pull request Fix login (#7) in acme/web",
  ],
  [
    "pullrequest:comment_created",
    { pullrequest, comment },
    "Emma Paris commented on pull request Fix login (#7) in acme/web",
  ],
  [
    "pullrequest:comment_updated",
    { pullrequest, comment: inline },
    "Emma Paris edited their comment on page.tsx in pull request Fix login (#7) in acme/web",
  ],
  [
    "pullrequest:comment_deleted",
    { pullrequest, comment: { ...comment, user: cain } },
    "Emma Paris deleted Cain Piper's comment on pull request Fix login (#7) in acme/web",
  ],
  [
    "pullrequest:comment_resolved",
    { pullrequest, comment: inline },
    "Emma Paris resolved a comment on page.tsx in pull request Fix login (#7) in acme/web",
  ],
  [
    "pullrequest:comment_reopened",
    { pullrequest, comment },
    "Emma Paris reopened a comment on pull request Fix login (#7) in acme/web",
  ],
  [
    "project:updated",
    { project: repository.project, changes: { name: { old: "X", new: "ProjectX" } }, repository: undefined },
    "Emma Paris renamed project X to ProjectX",
  ],
  ["brand_new:added", { brand_new: { name: "It" } }, "Emma Paris added brand new It in acme/web"],
  ["brand_new:thing_added", {}, "Emma Paris added thing for a brand new in acme/web"],
];

describe("a delivery of Bitbucket Cloud", () => {
  it.each(SENTENCES)("of %s %#", (key, payload, sentence) => {
    const told = read(key, { actor: emma, repository, ...payload });
    expect(`${told.isImportant ? "! " : ""}${told.message}`).toBe(sentence);
    expect(told.eventType).toBe(`bitbucket.${key.replaceAll(":", ".")}`);
    expectTold(told);
  });

  it("of a push is one event for each branch and tag, and one when it changed none", () => {
    const several = push({}, { old: null, new: tag("v1") }, { old: branch("fix/a"), new: null });
    const told = readAll("repo:push", { actor: emma, repository, ...several });
    expect(told.map(({ message }) => message)).toEqual([
      "Emma Paris pushed 1 commit to main in acme/web",
      "Emma Paris pushed tag v1 in acme/web",
      "Emma Paris deleted branch fix/a in acme/web",
    ]);
    expect(new Set(told.map(({ entity }) => entity.id)).size).toBe(3);
    expect(read("repo:push", { actor: emma, repository, push: { changes: [] } }).message).toBe(
      "Emma Paris pushed to acme/web",
    );
  });

  it("says who and where, what changed and when, and is one entity for one thing", () => {
    const told = (key: string, payload: Record<string, unknown>) => read(key, { actor: emma, repository, ...payload });
    expect(told("repo:push", push({}))).toMatchObject({
      actor: {
        id: "{a54f16da}",
        name: "Emma Paris",
        kind: "user",
        avatarUrl: "https://secure.gravatar.com/avatar/a54f16da",
      },
      entity: { type: "branch", id: "{cbddcb41}:refs/heads/main", url: change.links.html.href },
      metadata: {
        repository: "acme/web",
        branch: "main",
        commits: [{ message: "Sharper logo", author: "Emma Paris" }],
      },
    });
    expect(told("repo:push", push({ old: null })).entity.url).toBe(`${HOME}/branch/main`);
    const said = [
      told("pullrequest:created", { pullrequest }),
      told("pullrequest:approved", { pullrequest, approval: { date: "2026-08-12T16:00:00.1+00:00" } }),
      told("pullrequest:comment_created", { pullrequest, comment }),
    ];
    expect(new Set(said.map(({ entity }) => `${entity.type}:${entity.id}`))).toEqual(
      new Set(["pull_request:{cbddcb41}#7"]),
    );
    expect(said.map(({ timestamp }) => timestamp?.slice(0, 16))).toEqual([
      "2026-08-12T15:46",
      "2026-08-12T16:00",
      "2026-08-12T16:51",
    ]);
    expect(said[1]?.metadata).toMatchObject({
      state: "approved",
      branch: "fix/login",
      base: "main",
      reviewers: ["Cain Piper"],
    });
    expect(said[2]).toMatchObject({ entity: { url: comment.links.html.href }, metadata: { body: "Which screen?" } });
    const moved = told("issue:updated", { issue, changes: { status: { old: "open", new: "on hold" } } });
    expect(moved.metadata).toMatchObject({ changes: { status: { from: "open", to: "on hold" } }, milestone: "v2" });
  });
});
