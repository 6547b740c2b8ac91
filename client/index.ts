export { ActivityClient, type ClientOptions, type StoredActivity } from "./activity-client.ts";
export { CaptureError, type Issue } from "./capture-error.ts";
export type { Actor, Entity, EventOptions } from "./event.ts";
