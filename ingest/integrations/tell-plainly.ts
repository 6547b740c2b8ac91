import type { ActivityEvent } from "@/activity/event-schema";
import type { Delivery, IntegrationSource } from "./integration-source";
import { actor, entity, toEvent } from "./payload/draft";
import { words } from "./payload/past-tense";
import { peekJsonObject } from "./payload/read-json";

/** A delivery that its source's mapping could not tell, told by what its sender calls it: better than nothing, and it can be told anew. */
export function tellPlainly(
  source: Pick<IntegrationSource, "provider" | "label" | "eventName" | "deliveryId">,
  delivery: Delivery,
  receivedAt: Date,
): ActivityEvent {
  const event = source.eventName(delivery);
  const name = event === null ? "a delivery" : words(event);
  const link = peekJsonObject(delivery.body)?.url("url", "html_url", "link", "web_url") ?? null;
  return toEvent(
    source.provider,
    [event],
    {
      actor: actor(source.provider, source.label, { kind: "integration" }),
      predicate: `sent ${name}`,
      entity: entity("delivery", source.deliveryId(delivery) ?? name, name, { url: link }),
    },
    receivedAt,
  );
}
