import { describe, expect, it } from "vitest";
import { expectTold } from "../testing/expect-told";
import { read, readAll } from "./testing/deliver";
import * as of from "./testing/server";

const { HOST, change, comment, commits, jane, pullRequest, repository, tux } = of;
const PAGE = `${HOST}/projects/DEV/repos/web`;
const modified = (was: Record<string, unknown>) => ({
  pullRequest,
  previousTitle: pullRequest.title,
  previousDescription: pullRequest.description,
  previousTarget: pullRequest.toRef,
  previousDraft: false,
  ...was,
});
const onFile = { ...comment, anchor: { path: "src/app/page.tsx", line: 3 } };

const SENTENCES: [key: string, payload: Record<string, unknown>, sentence: string][] = [
  [
    "repo:refs_changed",
    { repository, changes: [change("UPDATE")], commits },
    "Jane Smith pushed 1 commit to main in DEV/web",
  ],
  ["repo:refs_changed", { repository, changes: [change("UPDATE")] }, "Jane Smith updated branch main in DEV/web"],
  [
    "repo:refs_changed",
    { repository, changes: [change("ADD", "refs/heads/fix/a")] },
    "Jane Smith created branch fix/a in DEV/web",
  ],
  [
    "repo:refs_changed",
    { repository, changes: [change("ADD", "refs/tags/v1")] },
    "Jane Smith pushed tag v1 in DEV/web",
  ],
  ["repo:refs_changed", { repository, changes: [change("DELETE")] }, "! Jane Smith deleted branch main in DEV/web"],
  [
    "repo:forked",
    { repository: { ...repository, id: 2, project: { key: "~JANE" }, origin: repository } },
    "Jane Smith forked DEV/web to ~JANE/web",
  ],
  [
    "repo:modified",
    { old: { ...repository, name: "site" }, new: repository },
    "Jane Smith renamed repository site to DEV/web",
  ],
  [
    "repo:comment:added",
    { repository, comment, commit: "a".repeat(40) },
    "Jane Smith commented on commit aaaaaaa in DEV/web",
  ],
  [
    "repo:comment:edited",
    { repository, comment: onFile, commit: "a".repeat(40) },
    "Jane Smith edited their comment on page.tsx in commit aaaaaaa in DEV/web",
  ],
  [
    "repo:comment:deleted",
    { repository, comment: { ...comment, author: tux }, commit: "a".repeat(40) },
    "Jane Smith deleted Cain Piper's comment on commit aaaaaaa in DEV/web",
  ],
  ["repo:secret_detected", { repository, secretLocations: [] }, "! Jane Smith pushed a secret to DEV/web"],
  [
    "mirror:repo_synchronized",
    { repository, actor: undefined, mirrorServer: { id: "B1", name: "Sydney" }, changes: [] },
    "Bitbucket synchronized the mirror of DEV/web",
  ],
  [
    "project:modified",
    { old: { ...repository.project, name: "ops" }, new: repository.project },
    "Jane Smith renamed project ops to devops-team",
  ],
  ["pr:opened", { pullRequest }, "Jane Smith opened pull request Fix login (#111) in DEV/web"],
  ["pr:from_ref_updated", { pullRequest }, "Jane Smith pushed new commits to pull request Fix login (#111) in DEV/web"],
  [
    "pr:to_ref_updated",
    { pullRequest },
    "Jane Smith updated the target branch of pull request Fix login (#111) in DEV/web",
  ],
  [
    "pr:modified",
    modified({ previousTitle: "Fix logn" }),
    "Jane Smith changed the title of pull request Fix login (#111) from Fix logn in DEV/web",
  ],
  [
    "pr:modified",
    modified({ previousTarget: { displayId: "next" } }),
    "Jane Smith changed the base branch of pull request Fix login (#111) from next to main in DEV/web",
  ],
  [
    "pr:modified",
    modified({ previousDescription: undefined }),
    "Jane Smith edited the description of pull request Fix login (#111) in DEV/web",
  ],
  [
    "pr:modified",
    modified({ previousDraft: true }),
    "Jane Smith marked pull request Fix login (#111) as ready for review in DEV/web",
  ],
  [
    "pr:reviewer:updated",
    { pullRequest, addedReviewers: [tux, jane], removedReviewers: [] },
    "Jane Smith asked Cain Piper and Jane Smith to review pull request Fix login (#111) in DEV/web",
  ],
  [
    "pr:reviewer:updated",
    { pullRequest, addedReviewers: [], removedReviewers: [tux] },
    "Jane Smith withdrew the request for Cain Piper to review pull request Fix login (#111) in DEV/web",
  ],
  ["pr:reviewer:approved", { pullRequest }, "Jane Smith approved pull request Fix login (#111) in DEV/web"],
  [
    "pr:reviewer:unapproved",
    { pullRequest },
    "Jane Smith took back their approval of pull request Fix login (#111) in DEV/web",
  ],
  [
    "pr:reviewer:needs_work",
    { pullRequest },
    "Jane Smith requested changes on pull request Fix login (#111) in DEV/web",
  ],
  [
    "pr:reviewer:changes_requested",
    { pullRequest },
    "Jane Smith requested changes on pull request Fix login (#111) in DEV/web",
  ],
  ["pr:merged", { pullRequest }, "Jane Smith merged pull request Fix login (#111) into main in DEV/web"],
  ["pr:declined", { pullRequest }, "Jane Smith declined pull request Fix login (#111) in DEV/web"],
  ["pr:deleted", { pullRequest }, "Jane Smith deleted pull request Fix login (#111) in DEV/web"],
  ["pr:reopened", { pullRequest }, "Jane Smith reopened pull request Fix login (#111) in DEV/web"],
  ["pr:comment:added", { pullRequest, comment }, "Jane Smith commented on pull request Fix login (#111) in DEV/web"],
  [
    "pr:comment:edited",
    { pullRequest, comment: onFile },
    "Jane Smith edited their comment on page.tsx in pull request Fix login (#111) in DEV/web",
  ],
  [
    "pr:comment:deleted",
    { pullRequest, comment: { ...comment, author: tux } },
    "Jane Smith deleted Cain Piper's comment on pull request Fix login (#111) in DEV/web",
  ],
];

describe("a delivery of Bitbucket Data Center", () => {
  const call = { date: "2026-09-11T14:53:09+0300", actor: jane };

  it.each(SENTENCES)("of %s %#", (key, payload, sentence) => {
    const told = read(key, { ...call, eventKey: key, ...payload });
    expect(`${told.isImportant ? "! " : ""}${told.message}`).toBe(sentence);
    expect(told.eventType).toBe(`bitbucket.${key.replaceAll(":", ".")}`);
    expect(told.timestamp).toBe("2026-09-11T11:53:09.000Z");
    expectTold(told);
  });

  it("leads to its pages", () => {
    const url = (key: string, payload: Record<string, unknown>) => read(key, { ...call, ...payload }).entity.url;
    expect(url("pr:opened", { pullRequest })).toBe(`${PAGE}/pull-requests/111`);
    expect(url("pr:comment:added", { pullRequest, comment })).toBe(`${PAGE}/pull-requests/111/overview?commentId=62`);
    expect(url("repo:comment:added", { repository, comment, commit: "abc" })).toBe(`${PAGE}/commits/abc`);
    expect(url("repo:refs_changed", { repository, changes: [change("ADD")] })).toBe(
      `${PAGE}/commits?until=refs%2Fheads%2Fmain`,
    );
  });

  it("is told without links too, which older versions leave out", () => {
    const { links: _links, ...bare } = pullRequest;
    const { links: _own, ...place } = repository;
    const without = { ...bare, links: { self: [null] }, toRef: { ...bare.toRef, repository: place } };
    expectTold(read("pr:merged", { ...call, pullRequest: without }), { hasLink: false });
  });

  it("of several changes is several events, and a test of the connection is one", () => {
    const changes = [change("UPDATE"), change("ADD", "refs/tags/v1")];
    expect(readAll("repo:refs_changed", { ...call, repository, changes, commits })).toHaveLength(2);
    const tried = read("diagnostics:ping", { test: true });
    expect(tried.message).toBe("Bitbucket tested its connection to this feed");
    expectTold(tried, { hasLink: false });
  });
});
