import { expect, it } from "vitest";
import { describeEventType } from "./index";

const look = (type: string, metadata = {}) => {
  const found = describeEventType(type, "user");
  const { icon, color } = found.look?.(metadata) ?? found;
  return `${found.label}: ${icon} ${color}`;
};

it("looks as what was done in Linear, and as how a project is going", () => {
  expect(look("linear.issue.create")).toBe("Issue created: circle-dot green");
  expect(look("linear.issue_sla.breached")).toBe("SLA breached: triangle-alert red");
  expect(look("linear.project_update.create", { health: "on track" })).toBe("Project update: check green");
  expect(look("linear.project_update.create", { health: "at risk" })).toBe("Project update: triangle-alert amber");
  expect(look("linear.project_update.create")).toBe("Project update: megaphone violet");
  expect(look("linear.brand_new.create")).toBe("Brand new create: webhook gray");
});
