import { describe, expect, it } from "vitest";
import { describeEventType } from "./index";

const look = (type: string, metadata = {}) => {
  const found = describeEventType(type, "user");
  const { icon, color } = found.look?.(metadata) ?? found;
  return `${found.label}: ${icon} ${color}`;
};

describe("the look of GitHub's events", () => {
  it("is found by action, else by event, else it is GitHub's own", () => {
    expect(look("github.push")).toBe("Push: git-branch blue");
    expect(look("github.issues.closed")).toBe("Issue closed: circle-check violet");
    expect(look("github.issues.labeled")).toBe("Issue labeled: circle-dot green");
    expect(look("github.brand_new_thing.first_seen")).toBe("Brand new thing first seen: webhook gray");
    expect(look("github.constructor")).toBe("Constructor: webhook gray");
  });

  it("follows what the metadata says: merged, failed, approved, forced", () => {
    expect(look("github.pull_request.closed")).toContain("git-pull-request-closed red");
    expect(look("github.pull_request.closed", { isMerged: true })).toContain("git-merge violet");
    expect(look("github.workflow_run.completed", { conclusion: "failure" })).toContain("triangle-alert red");
    expect(look("github.workflow_run.completed", { conclusion: "success" })).toContain("check green");
    expect(look("github.workflow_run.completed", { conclusion: "constructor" })).toContain("play blue");
    expect(look("github.deployment_status.created", { state: "success" })).toContain("rocket green");
    expect(look("github.deployment_status.created", { state: "error" })).toContain("triangle-alert red");
    expect(look("github.pull_request_review.submitted", { state: "approved" })).toContain("check green");
    expect(look("github.push", { isForced: true })).toContain("git-branch amber");
  });

  it("calms down when an alert is settled", () => {
    expect(look("github.dependabot_alert.created")).toContain("shield-alert red");
    expect(look("github.dependabot_alert.fixed")).toContain("shield-check green");
  });

  it("is of the group integration whoever acted, and of no other source", () => {
    expect(describeEventType("github.star.created", "user").group).toBe("integration");
    expect(describeEventType("githubby.star", "user").group).toBe("user");
    expect(describeEventType("github", "user").icon).toBe("circle-dot");
    expect(describeEventType("github.", "user").icon).toBe("circle-dot");
  });

  it("has a template for events that were posted by hand", () => {
    expect(describeEventType("github.push", "user").message).toBe("{actor} pushed to {entity}");
    expect(describeEventType("github.issues.opened", "user").message).toBe("{actor} opened {entityType} {entity}");
    expect(describeEventType("github.ping", "user").message).toBe("{actor} · ping · {entity}");
  });
});
