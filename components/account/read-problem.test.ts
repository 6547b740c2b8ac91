import { expect, it } from "vitest";
import { readProblem } from "./read-problem";

it("reads what a refusal says, and takes what is not as it should be for not there", () => {
  const issue = { path: ["filter", 0], message: "must be a day" };
  const whole = { code: "invalid_request", title: "Invalid", detail: "filter: must be a day", issues: [issue] };
  expect(readProblem(whole)).toEqual({ code: "invalid_request", said: "filter: must be a day", issues: [issue] });
  expect(readProblem({ title: "Invalid", detail: 1, code: null })).toMatchObject({ code: undefined, said: "Invalid" });
  const odd = [{ path: [{}], message: "a" }, { path: "x", message: "b" }, { path: [], message: 1 }, null];
  expect(readProblem({ issues: odd }).issues).toEqual([]);
  for (const json of [null, undefined, "text", 1, []])
    expect(readProblem(json)).toEqual({ code: undefined, said: undefined, issues: [] });
});
