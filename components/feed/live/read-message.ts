import * as v from "valibot";
import type { Activity } from "@/activity/activity";
import { readableActivity, readableChange, readablePlace } from "../answers";
import type { StreamEvent } from "./stream-state";

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
    const change = v.safeParse(readableChange, json);
    // A change that this tab does not know may be of anything it shows.
    if (!change.success) return { event: { type: "reset" }, ...nothing };
    return { event: { type: "message", id }, activity: null, hidden: change.output.id };
  }
  if (name !== "activity") {
    // A word of a newer server that we do not know is no reason to say that anything is wrong.
    const place = v.safeParse(readablePlace, json);
    const listener = place.success ? (place.output.listener ?? null) : null;
    return { event: { type: "message", id, listener, isFirst: name === "ready" }, ...nothing };
  }
  const activity = v.safeParse(readableActivity, json);
  // A row this tab cannot read was written by a newer server: its list can still be read page by page.
  if (!activity.success) return { event: { type: "reset" }, ...nothing };
  return { event: { type: "message", id }, activity: activity.output, hidden: null };
}
