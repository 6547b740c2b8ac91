import { expect } from "vitest";
import { z } from "zod";
import type { Issue } from "@/activity/errors";
import type { TestAnswer } from "./test-server";

const problem = z.strictObject({
  type: z.string(),
  title: z.string().min(1),
  status: z.int(),
  code: z.string(),
  detail: z.string().min(1),
  issues: z
    .array(z.strictObject({ path: z.array(z.union([z.string(), z.number()])), message: z.string().min(1) }))
    .optional(),
});

/** Checks that an answer is that problem and, when `paths` are given, that its issues name exactly them, in any order. Gives the issues. */
export function expectProblem(answer: TestAnswer, status: number, code: string, paths?: string[]): Issue[] {
  expect({ status: answer.status, text: answer.text }).toMatchObject({ status });
  expect(answer.headers.get("content-type")).toBe("application/problem+json; charset=utf-8");
  const body = problem.parse(answer.body);
  expect(body).toMatchObject({ status, code });
  if (paths !== undefined) expect((body.issues ?? []).map(({ path }) => path.join(".")).sort()).toEqual(paths.sort());
  return body.issues ?? [];
}
