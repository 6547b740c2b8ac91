import { describe, expect, it } from "vitest";
import { invalid } from "@/activity/errors";
import { type ActivityEvent, eventSchema } from "@/activity/event-schema";
import { githubSource } from "./integrations/github";
import type { IntegrationSource } from "./integrations/integration-source";
import { delivery, RECEIVED_AT } from "./integrations/testing/delivery";
import { mapDelivery } from "./map-delivery";

const STAR = delivery('{"action":"created"}', { "X-GitHub-Event": "star" });
const EVENT: ActivityEvent = {
  eventType: "github.star",
  actor: { id: "ada", name: "Ada" },
  entity: { type: "repository", id: "1", name: "acme/web" },
};

/** GitHub with another mapping. */
const mapped = (toEvents: IntegrationSource["toEvents"]) =>
  mapDelivery({ ...githubSource, toEvents }, STAR, RECEIVED_AT);

describe("mapDelivery", () => {
  it("gives the events of a mapping that works", () => {
    expect(mapped(() => [EVENT])).toEqual({ events: [EVENT], fault: null });
  });

  it.each<[string, IntegrationSource["toEvents"], RegExp]>([
    [
      "throws",
      () => {
        throw new TypeError("payload.x is not a function");
      },
      /payload.x is not a function/,
    ],
    ["makes no event", () => [], /no event/],
    ["makes an event that cannot be stored", () => [{ ...EVENT, eventType: "" }], /^eventType: /],
    ["makes one of them so", () => [EVENT, { ...EVENT, actor: { id: "" } }], /^actor.id: /],
  ])("tells a delivery plainly, and why, when its mapping %s", (_, toEvents, why) => {
    const { events, fault } = mapped(toEvents);
    expect(fault).toMatch(why);
    expect(events).toHaveLength(1);
    const [event] = events;
    expect(eventSchema.safeParse(event).error?.issues).toBeUndefined();
    expect(event?.message).toMatch(/^GitHub sent .*star/);
    expect(event?.source).toBe("github");
  });

  it("hands on that a body can be no event at all", () => {
    const useless = () =>
      mapped(() => {
        throw invalid([], "must be a JSON object");
      });
    expect(useless).toThrow(expect.objectContaining({ code: "invalid_request" }));
  });
});
