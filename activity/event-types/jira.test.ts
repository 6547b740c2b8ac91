import { expect, it } from "vitest";
import { describeEventType } from "./index";

const look = (type: string, metadata = {}) => {
  const found = describeEventType(type, "user");
  const { icon, color } = found.look?.(metadata) ?? found;
  return `${found.label}: ${icon} ${color}`;
};

it("shows where an issue was moved to, and not where it stands when something else was changed", () => {
  const changes = { status: { from: "To Do", to: "Done" } };
  expect(look("jira.issue.updated", { changes, statusCategory: "done" })).toBe("Issue updated: circle-check violet");
  expect(look("jira.issue.updated", { changes, statusCategory: "indeterminate" })).toBe("Issue updated: play blue");
  expect(look("jira.issue.updated", { changes: { labels: {} }, statusCategory: "done" })).toBe(
    "Issue updated: circle-dot green",
  );
  expect(look("jira.issue.updated.resolved", { changes, statusCategory: "done" })).toContain("circle-check violet");
  for (const metadata of [null, [], { changes: "constructor" }])
    expect(look("jira.issue.updated", metadata ?? {})).toContain("circle-dot");
  expect(look("jira.version.released")).toBe("Version released: tag green");
  expect(look("jira.robot_danced")).toBe("Robot danced: webhook gray");
});
