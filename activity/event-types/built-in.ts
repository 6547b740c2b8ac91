import type { Look } from "./looks";

/** What the built-in event types are called and look like, in the order in which they are offered: all that a browser needs of them. */
export const BUILT_IN = {
  "task.created": { label: "Task created", icon: "plus", color: "blue" },
  "task.updated": { label: "Task updated", icon: "pencil", color: "blue" },
  "task.completed": { label: "Task completed", icon: "check", color: "green" },
  "task.assigned": { label: "Task assigned", icon: "user-plus", color: "violet" },
  "screenshot.captured": { label: "Screenshot captured", icon: "scan", color: "cyan" },
  "ocr.completed": { label: "Text recognised", icon: "scan-text", color: "cyan" },
  "status.changed": { label: "Status changed", icon: "activity", color: "amber" },
  "comment.added": { label: "Comment added", icon: "message-circle", color: "violet" },
  "user.mentioned": { label: "User mentioned", icon: "at-sign", color: "pink" },
} as const satisfies Record<string, Look & { label: string }>;
