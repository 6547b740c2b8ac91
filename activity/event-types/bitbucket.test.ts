import { expect, it } from "vitest";
import { describeEventType } from "./index";

it("shows the events of Cloud and Data Center alike", () => {
  const look = (type: string, metadata = {}) => {
    const found = describeEventType(type, "user");
    const { icon, color } = found.look?.(metadata) ?? found;
    return `${found.label}: ${icon} ${color}`;
  };
  expect(look("bitbucket.repo.push")).toBe("Push: git-branch blue");
  expect(look("bitbucket.pullrequest.fulfilled")).toBe(look("bitbucket.pr.merged"));
  expect(look("bitbucket.pullrequest.approved", { state: "approved" })).toContain("check green");
  expect(look("bitbucket.repo.commit_status_updated", { state: "failure" })).toContain("triangle-alert red");
  expect(look("bitbucket.pr.reviewer.needs_work", { state: "changes_requested" })).toContain("git-compare amber");
  expect(look("bitbucket.brand.new")).toBe("Brand new: webhook gray");
});
