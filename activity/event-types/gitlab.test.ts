import { expect, it } from "vitest";
import { describeEventType } from "./index";

const look = (type: string, metadata = {}) => {
  const found = describeEventType(type, "user");
  const { icon, color } = found.look?.(metadata) ?? found;
  return `${found.label}: ${icon} ${color}`;
};

it("looks as what GitLab did, and as how it ended", () => {
  expect(look("gitlab.push")).toBe("Push: git-branch blue");
  expect(look("gitlab.push", { isDeleted: true })).toBe("Push: trash-2 gray");
  expect(look("gitlab.merge_request.merge")).toBe("Merge request merged: git-merge violet");
  expect(look("gitlab.pipeline.failed", { status: "failed" })).toBe("Pipeline failed: triangle-alert red");
  expect(look("gitlab.pipeline.success", { status: "success" })).toBe("Pipeline success: check green");
  expect(look("gitlab.pipeline.running", { status: "running" })).toBe("Pipeline running: play blue");
  expect(look("gitlab.deployment.success", { status: "success" })).toBe("Deployment success: rocket green");
  expect(look("gitlab.user_rename")).toBe("User rename: webhook gray");
});
