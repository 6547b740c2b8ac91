import type { Issue } from "@/activity/errors";

/** What a refusal of our API says (RFC 9457), as far as it can be read. */
export interface Problem {
  code: string | undefined;
  /** The sentence for people: `detail`, else `title`. */
  said: string | undefined;
  issues: Issue[];
}

const textOf = (value: unknown) => (typeof value === "string" ? value : undefined);

function isIssue(value: unknown): value is Issue {
  const { path, message } = Object(value);
  const isPath = Array.isArray(path) && path.every((part) => typeof part === "string" || typeof part === "number");
  return isPath && typeof message === "string";
}

/** Reads a refusal; what is not as it should be counts as not there. */
export function readProblem(json: unknown): Problem {
  const { code, detail, title, issues } = Object(json);
  return {
    code: textOf(code),
    said: textOf(detail) ?? textOf(title),
    issues: Array.isArray(issues) ? issues.filter(isIssue) : [],
  };
}
