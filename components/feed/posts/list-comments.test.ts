import { expect, it } from "vitest";
import type { Json } from "@/activity/json";
import { makeActivity } from "../testing/make-activity";
import { listComments } from "./list-comments";
import { mentionsOf } from "./shown-mentions";

it("gives the comments on one activity, each once, the oldest first", () => {
  const comment = (seq: number, entityKey = "a") => ({
    ...makeActivity(seq),
    eventType: "comment.added",
    entityType: "activity",
    entityKey,
  });
  const [first, second, elsewhere] = [comment(1), comment(2), comment(3, "b")];
  const other = { ...comment(4), eventType: "activity.archived" };
  const task = { ...comment(5), entityType: "task" };
  expect(listComments("a", [second, elsewhere, other], [task, first, second])).toEqual([first, second]);
});

it("reads whom a text mentions, whatever stands in the metadata", () => {
  expect(mentionsOf({ metadata: { mentions: [{ id: "1", name: "Bo" }, { name: 1 }, null, ["x"]] } })).toEqual([
    { name: "Bo" },
  ]);
  const others: Json[] = [null, [], "x", {}, { mentions: "x" }];
  for (const metadata of others) expect(mentionsOf({ metadata })).toEqual([]);
});
