import { z } from "zod";
import { metadataText } from "../template";
import { BUILT_IN } from "./built-in";
import type { EventType } from "./event-type";

const ALARMING = new Set(["down", "failed", "failing", "error", "critical", "outage", "blocked", "degraded"]);

export const statusChanged: EventType = {
  type: "status.changed",
  ...BUILT_IN["status.changed"],
  group: "user",
  message:
    "{actor} changed the status of {entity}[ from {metadata.from|metadata.oldStatus|metadata.previous}][ to {metadata.to|metadata.newStatus|metadata.status|metadata.current}]",
  isImportant: (metadata) =>
    ["to", "newStatus", "status", "current"].some((key) =>
      ALARMING.has((metadataText(metadata, key) ?? "").toLowerCase()),
    ),
  metadata: z.looseObject({ from: z.string().optional(), to: z.string().optional() }),
};

export const commentAdded: EventType = {
  type: "comment.added",
  ...BUILT_IN["comment.added"],
  group: "user",
  message: "{actor} commented on {entity}",
  metadata: z.looseObject({ body: z.string().optional() }),
};

/** Its entity is the mentioned user. */
export const userMentioned: EventType = {
  type: "user.mentioned",
  ...BUILT_IN["user.mentioned"],
  group: "user",
  message: "{actor} mentioned {entity}[ in {metadata.where|metadata.context|metadata.entityName}]",
  metadata: z.looseObject({ body: z.string().optional(), where: z.string().optional() }),
};
