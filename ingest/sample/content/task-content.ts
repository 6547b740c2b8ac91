import type { Handle } from "../people";

/** The text of one task's life; the story around it is made by `task-story.ts`. */
export interface TaskContent {
  title: string;
  board: string;
  priority?: "low" | "high" | "urgent";
  /** Who created it; `triage` is the agent that turns reports into tasks. */
  from: Handle | "triage";
  assignee: Handle;
  reviewer: Handle;
  /** Where it is built: repository and branch; absent for work without code. */
  code?: { repo: "api" | "web" | "mobile" | "infra" | "docs"; branch: string; commits: string[] };
  /** What the first run of the checks fails on, when it does. */
  failing?: string;
  /** Who says what, in order; `@handle` mentions somebody. */
  comments: [Handle, string][];
}
