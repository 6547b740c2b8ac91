import { z } from "zod";
import { metadataText } from "../template";
import { BUILT_IN } from "./built-in";
import type { EventType } from "./event-type";

const metadata = z.looseObject({ board: z.string().optional(), priority: z.string().optional() });

const URGENT = new Set(["urgent", "critical", "blocker", "highest", "p0"]);

function isUrgent(value: Parameters<typeof metadataText>[0]): boolean {
  return URGENT.has((metadataText(value, "priority") ?? "").toLowerCase());
}

export const taskCreated: EventType = {
  type: "task.created",
  ...BUILT_IN["task.created"],
  group: "task",
  message: "{actor} created task {entity}",
  isImportant: isUrgent,
  metadata,
};

export const taskUpdated: EventType = {
  type: "task.updated",
  ...BUILT_IN["task.updated"],
  group: "task",
  message: "{actor} updated {entity}",
  metadata: metadata.extend({ changes: z.record(z.string(), z.unknown()).optional() }),
};

export const taskCompleted: EventType = {
  type: "task.completed",
  ...BUILT_IN["task.completed"],
  group: "task",
  message: "{actor} completed {entity}",
  metadata,
};

export const taskAssigned: EventType = {
  type: "task.assigned",
  ...BUILT_IN["task.assigned"],
  group: "task",
  message:
    "{actor} assigned {entity}[ to {metadata.assigneeName|metadata.assignee.name|metadata.assignee|metadata.assignedTo.name|metadata.assignedTo}]",
  metadata: metadata.extend({ assignee: z.union([z.string(), z.looseObject({ name: z.string() })]).optional() }),
};
