import { expect, it } from "vitest";
import { makeActivity } from "../../testing/make-activity";
import { sayBurst } from "./say-burst";

const latest = makeActivity(1, { isImportant: true, message: "Deploy of web failed" });
const mention = makeActivity(2, {
  eventType: "user.mentioned",
  entityType: "user",
  entityKey: "me",
  actorName: "Bo",
  message: "Bo mentioned Ada in a note",
  metadata: { body: "Can you look, @Ada?" },
});

it.each([
  [{ latest, count: 1, mentions: 0 }, "Deploy of web failed", "Important · Acme"],
  [{ latest: mention, count: 1, mentions: 1 }, "Bo mentioned you", "Can you look, @Ada?"],
  [{ latest, count: 12, mentions: 0 }, "12 important activities · Acme", "Latest: Deploy of web failed"],
  [
    { latest: mention, count: 3, mentions: 3 },
    "You were mentioned 3 times · Acme",
    "Latest: Bo mentioned Ada in a note",
  ],
  [
    { latest, count: 3, mentions: 1 },
    "1 mention of you, 2 important activities · Acme",
    "Latest: Deploy of web failed",
  ],
  [{ latest, count: 3, mentions: 2 }, "2 mentions of you, 1 important activity · Acme", "Latest: Deploy of web failed"],
])("says %j", (burst, title, body) => {
  expect(sayBurst(burst, "Acme", "me")).toEqual({ title, body });
});
