import type { ActivityEvent } from "@/activity/event-schema";
import { cloudeventsSource } from "../../cloudevents";
import { delivery, RECEIVED_AT } from "../../testing/delivery";

const STRUCTURED = "application/cloudevents+json; charset=utf-8";
const BATCH = "application/cloudevents-batch+json";

/** The events of a delivery in the JSON format: of one event, or of a list as a batch. */
export function eventsOf(value: unknown): ActivityEvent[] {
  const headers = { "content-type": Array.isArray(value) ? BATCH : STRUCTURED };
  return cloudeventsSource.toEvents(delivery(JSON.stringify(value), headers), RECEIVED_AT);
}

/** The activity of one event in the JSON format. Its required attributes may be left out. */
export function told(event: Record<string, unknown>): ActivityEvent {
  const whole = { specversion: "1.0", id: "A234-1234-1234", source: "/shop", type: "com.example.event", ...event };
  const [only] = eventsOf(whole);
  if (only === undefined) throw new Error("nothing was told");
  return only;
}

/** The activity of one event in binary mode. */
export function toldInBinary(headers: Record<string, string>, body: string | Uint8Array): ActivityEvent {
  const whole = {
    "ce-specversion": "1.0",
    "ce-id": "A234-1234-1234",
    "ce-source": "/shop",
    "ce-type": "com.example.event",
  };
  const [only] = cloudeventsSource.toEvents(delivery(body, { ...whole, ...headers }), RECEIVED_AT);
  if (only === undefined) throw new Error("nothing was told");
  return only;
}
