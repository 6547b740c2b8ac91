import { expect, it } from "vitest";
import { describeEventType } from "./index";

it("shows Forgejo's events as it does the same ones of GitHub, and its own", () => {
  const look = (type: string, metadata = {}) => {
    const found = describeEventType(type, "user");
    const { icon, color } = found.look?.(metadata) ?? found;
    return `${found.label}: ${icon} ${color}`;
  };
  expect(look("forgejo.push")).toBe("Push: git-branch blue");
  expect(look("forgejo.pull_request.closed", { isMerged: true })).toContain("git-merge violet");
  expect(look("forgejo.pull_request_approved.reviewed", { state: "approved" })).toContain("check green");
  expect(look("forgejo.issues.label_updated")).toBe("Issue label updated: circle-dot green");
  expect(look("forgejo.workflow_run_failure.run_completed", { conclusion: "failure" })).toContain("triangle-alert red");
  expect(look("forgejo.workflow_job_waiting", { status: "waiting" })).toBe("Workflow job waiting: play blue");
  expect(look("forgejo.brand_new")).toBe("Brand new: webhook gray");
});
