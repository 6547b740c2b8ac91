import * as v from "valibot";
import { readableActivity } from "../feed/answers";

/** What the API says of what is pinned. */
const pinsAnswer = v.object({
  items: v.array(
    v.object({
      activity: readableActivity,
      pinnedBy: v.nullable(v.object({ id: v.string(), name: v.string() })),
      pinnedAt: v.string(),
    }),
  ),
});

/** An activity that is pinned for the team; `pinnedBy` is null once the account is gone. */
export type ShownPin = v.InferOutput<typeof pinsAnswer>["items"][number];

/** Throws when it is nothing of the kind. */
export const parsePins = (json: unknown): { items: ShownPin[] } => v.parse(pinsAnswer, json);
