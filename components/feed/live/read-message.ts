import { z } from "zod";
import type { Activity } from "@/activity/activity";
import { changeSchema } from "@/activity/wire";
import { readableActivity } from "../request";
import type { StreamEvent } from "./stream-state";

const place = z.object({ listener: z.enum(["polling", "degraded"]).optional() });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** What an SSE message brings: something for the stream machine, an activity to be shown, the id of one that is hidden now. */
export interface Message {
  event: StreamEvent;
  activity: Activity | null;
  hidden: string | null;
}

/** What one SSE message means. Never throws. */
export function readMessage(name: string, id: string, data: string): Message {
  const nothing = { activity: null, hidden: null };
  if (name === "reset") return { event: { type: "reset" }, ...nothing };
  const json = parseJson(data);
  if (name === "change") {
    const change = changeSchema.safeParse(json);
    // A change that this tab does not know may be of anything it shows.
    if (!change.success) return { event: { type: "reset" }, ...nothing };
    return { event: { type: "message", id }, activity: null, hidden: change.data.id };
  }
  if (name !== "activity") {
    // A word of a newer server that we do not know is no reason to say that anything is wrong.
    const listener = place.safeParse(json).data?.listener ?? null;
    return { event: { type: "message", id, listener, isFirst: name === "ready" }, ...nothing };
  }
  const activity = readableActivity.safeParse(json);
  // A row this tab cannot read was written by a newer server: its list can still be read page by page.
  if (!activity.success) return { event: { type: "reset" }, ...nothing };
  return { event: { type: "message", id }, activity: activity.data, hidden: null };
}
