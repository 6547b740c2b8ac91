import type { ActivityEvent } from "@/activity/event-schema";
import { aThing } from "../payload/a-thing";
import { type Actor, actor, BODY_BYTES, type Entity, entity, toEvent } from "../payload/draft";
import type { Fields } from "../payload/fields";
import { pastTense, words } from "../payload/past-tense";

const SENDER: Actor = actor("standard", "Webhook", { kind: "integration" });

/** Where senders put the one who did it, and what it was done to. */
const ACTORS = ["actor", "user", "sender", "author", "created_by", "createdBy", "by"];
const THINGS = ["object", "entity", "resource", "item"];
const NAMES = ["name", "title", "full_name", "display_name", "subject", "username", "email", "email_address", "slug"];
const LINKS = ["url", "html_url", "web_url", "link", "permalink"];

/** A person's name from the parts that senders have for it. */
function personName(person: Fields): string | null {
  const parts = [person.text("first_name", "firstName"), person.text("last_name", "lastName")].filter(
    (part) => part !== null,
  );
  return person.text("name", "full_name", "display_name") ?? (parts.length > 0 ? parts.join(" ") : null);
}

function address(fields: Fields): string | null {
  const [first] = fields.list("email_addresses", 1);
  return fields.text("email", "email_address") ?? first?.text("email_address") ?? null;
}

function actorOf(data: Fields): Actor {
  for (const key of ACTORS) {
    const part = data.at(key);
    const name = personName(part) ?? part.text("username", "login", "email") ?? part.text("");
    if (name !== null) {
      const avatarUrl = part.url("avatar_url", "avatarUrl", "image_url");
      return actor(part.text("id", "user_id") ?? name, name, { avatarUrl });
    }
  }
  return SENDER;
}

/** The first word of a type says what kind of thing it is about, as in `email.bounced` and `organizationMembership.created`. */
function kindOf(type: string): string {
  return words(type.split(".")[0] ?? type).toLowerCase() || "message";
}

function thingOf(kind: string, data: Fields): Entity {
  const nested = THINGS.map((key) => data.at(key)).find((part) => part.text("id", ...NAMES) !== null);
  const thing = nested ?? data;
  const name = personName(thing) ?? thing.text(...NAMES) ?? address(thing) ?? thing.text("id");
  const id = thing.text("id", `${kind.replaceAll(" ", "_")}_id`, "uuid", "key") ?? name ?? kind;
  return entity(kind.replaceAll(" ", "_"), id, name ?? aThing(kind), {
    url: thing.url(...LINKS) ?? data.url(...LINKS),
  });
}

/** To whom an e-mail went, as its subject alone says little. */
function recipients(data: Fields): string {
  const [first] = data.list("to", 1);
  const to = first?.text("") ?? data.text("to") ?? data.text("email.to");
  if (to === null) return "";
  const more = data.length("to") - 1;
  return ` to ${to}${more > 0 ? ` and ${more} more` : ""}`;
}

/** One message as an event that passes `eventSchema`, whatever its data holds. */
export function describeMessage(payload: Fields, receivedAt: Date): ActivityEvent {
  const type = payload.text("type", "event", "event_type") ?? "message";
  const data = payload.has("data") ? payload.at("data") : payload;
  const kind = kindOf(type);
  const thing = thingOf(kind, data);
  const action = type.includes(".") ? type.slice(type.indexOf(".") + 1) : null;
  const isNamed = thing.name !== aThing(kind);
  const told = pastTense(action, isNamed ? `${kind} ${thing.name}` : thing.name);
  return toEvent(
    "standard",
    [type],
    {
      actor: actorOf(data),
      predicate: `${told}${kind === "email" ? recipients(data) : ""}`,
      entity: thing,
      metadata: {
        status: data.text("status", "state"),
        email: address(data),
        reason: data.text("reason", "bounce.message", "failed.reason", "error.message"),
        body: data.body("description", BODY_BYTES) ?? data.body("text", BODY_BYTES),
      },
      happenedAt: payload.at("timestamp").value ?? payload.at("created_at").value,
      isImportant: /fail|bounce|error|complain|suspend|dispute/i.test(type),
    },
    receivedAt,
  );
}
