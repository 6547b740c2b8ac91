import { describe, expect, it } from "vitest";
import { read } from "./testing/deliver";
import * as of from "./testing/payloads";

const { HOME, comment, commit, container, issue, jony, milestone, pull_request, push, run, workflow_run } = of;
const onPull = { ...issue, ...pull_request, pull_request: { merged: false, merged_at: null } };

describe("a delivery of Forgejo", () => {
  it("links to what happened", () => {
    const url = (type: string, payload: Record<string, unknown>) => read(type, payload).entity.url;
    expect(url("push", push)).toBe(push.compare_url);
    expect(url("push", { ...push, compare_url: "https://codeberg.org/" })).toBe(`${HOME}/src/branch/main`);
    expect(url("create", { ref: "v1", ref_type: "tag" })).toBe(`${HOME}/src/tag/v1`);
    expect(url("delete", { ref: "v1", ref_type: "tag" })).toBe(HOME);
    expect(url("issue_comment.created", { issue, comment })).toBe(comment.html_url);
    expect(url("wiki.edited", { page: "How to" })).toBe(`${HOME}/wiki/How%20to`);
    expect(url("package.deleted", { package: container })).toBe("https://codeberg.org/acme/-/packages");
    expect(url("action_run_failure.failure", { run })).toBe(run.html_url);
  });

  it("keeps what changed, how long a run took, and one entity for one thing", () => {
    const edited = read("issues.edited", { issue, changes: { title: { from: "Lgoo" } } });
    expect(edited.metadata).toMatchObject({ changes: { title: { from: "Lgoo", to: "Logo is blurry" } } });
    const ran = read("action_run_failure.failure", { run, repository: undefined });
    expect(ran).toMatchObject({
      timestamp: "2026-03-09T07:27:09.000Z",
      actor: { id: "forgejo", kind: "integration" },
      metadata: { repository: "acme/web", conclusion: "failure", durationSeconds: 125, triggeredBy: "marta" },
    });
    const same = read("workflow_run.completed", { workflow_run, workflow: { name: "Tests" } });
    expect(same.entity.id).toBe(ran.entity.id);
    const pulls = [
      read("pull_request.opened", { pull_request }),
      read("pull_request_approved.reviewed", { pull_request, review: {} }),
      read("issue_comment.created", { issue: onPull, comment, is_pull: true }),
    ];
    expect(new Set(pulls.map(({ entity }) => `${entity.type}:${entity.id}`))).toEqual(
      new Set(["pull_request:138564#7"]),
    );
    expect(pulls[1]?.metadata).toMatchObject({ state: "approved" });
  });

  it("is of whom did it: a person by their full name, or the service's own robot", () => {
    expect(read("issues.opened", { issue, sender: jony }).actor).toEqual({
      id: "21",
      name: "Jony Ive",
      kind: "user",
      avatarUrl: "https://codeberg.org/avatars/21",
    });
    const robot = { id: -2, login: "forgejo-actions", full_name: "Forgejo Actions" };
    expect(read("status", { sha: commit.id, sender: robot }).actor.kind).toBe("integration");
    expect(read("issues.milestoned", { issue: { ...issue, milestone } }).metadata).toMatchObject({ milestone: "v2" });
  });
});
