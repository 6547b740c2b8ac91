import { expect, it } from "vitest";
import { groupRows, typeRows } from "./type-rows";
import type { Option } from "./use-options";

const option = (value: string, count: number, isExact = true): Option => ({
  ...{ value, name: value, avatarUrl: null, count, isExact },
});
const options = [
  option("task.created", 4),
  option("deploy.failed", 3),
  option("github.push", 2),
  option("github.fork", 9, false),
];

it("keeps the built-in types in their order, then the team's own, then chosen ones", () => {
  const rows = typeRows("", options, ["never.seen"], true);
  expect(rows[0]).toMatchObject({ value: "task.created", counted: { count: 4 } });
  expect(rows.find(({ value }) => value === "task.completed")?.counted).toEqual({ count: 0, isExact: true });
  expect(rows.find(({ value }) => value === "github.*")?.counted).toEqual({ count: 11, isExact: false });
  expect(rows.slice(-4).map(({ value }) => value)).toEqual([
    "deploy.failed",
    "github.push",
    "github.fork",
    "never.seen",
  ]);
});

it("finds them by name and by what people call them", () => {
  expect(typeRows("DEPLOY", options, [], true).map(({ value }) => value)).toEqual(["deploy.failed"]);
  expect(typeRows("github", options, [], true).map(({ value }) => value)).toContain("github.*");
  expect(groupRows("sys", [option("system", 5)], true)).toMatchObject([{ value: "system", counted: { count: 5 } }]);
});

it("says nothing of counts that are still on their way", () => {
  expect(typeRows("task.created", [], [], false)[0]?.counted).toBeNull();
  expect(groupRows("task", [], false)[0]?.counted).toBeNull();
});
