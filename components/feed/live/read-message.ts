import { z } from "zod";
import type { Activity } from "@/activity/activity";
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

/** What one SSE message means to the stream machine, and the activity it carries. Never throws. */
export function readMessage(name: string, id: string, data: string): { event: StreamEvent; activity: Activity | null } {
  if (name === "reset") return { event: { type: "reset" }, activity: null };
  const json = parseJson(data);
  if (name !== "activity") {
    // A word of a newer server that we do not know is no reason to say that anything is wrong.
    const listener = place.safeParse(json).data?.listener ?? null;
    return { event: { type: "message", id, listener, isFirst: name === "ready" }, activity: null };
  }
  const activity = readableActivity.safeParse(json);
  // A row this tab cannot read was written by a newer server: its list can still be read page by page.
  if (!activity.success) return { event: { type: "reset" }, activity: null };
  return { event: { type: "message", id }, activity: activity.data };
}
