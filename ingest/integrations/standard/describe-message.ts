import type { ActivityEvent } from "@/activity/event-schema";
import { aThing } from "../payload/a-thing";
import { type Actor, actor, BODY_BYTES, toEvent } from "../payload/draft";
import type { Fields } from "../payload/fields";
import { guessActor, guessAddress, guessThing } from "../payload/guess";
import { pastTense, words } from "../payload/past-tense";

const SENDER: Actor = actor("standard", "Webhook", { kind: "integration" });

/** The first word of a type says what kind of thing it is about, as in `email.bounced` and `organizationMembership.created`. */
function kindOf(type: string): string {
  return words(type.split(".")[0] ?? type).toLowerCase() || "message";
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
  const thing = guessThing(kind, data);
  const action = type.includes(".") ? type.slice(type.indexOf(".") + 1) : null;
  const isNamed = thing.name !== aThing(kind);
  const told = pastTense(action, isNamed ? `${kind} ${thing.name}` : thing.name);
  return toEvent(
    "standard",
    [type],
    {
      actor: guessActor(data) ?? SENDER,
      predicate: `${told}${kind === "email" ? recipients(data) : ""}`,
      entity: thing,
      metadata: {
        status: data.text("status", "state"),
        email: guessAddress(data),
        reason: data.text("reason", "bounce.message", "failed.reason", "error.message"),
        body: data.body("description", BODY_BYTES) ?? data.body("text", BODY_BYTES),
      },
      happenedAt: payload.at("timestamp").value ?? payload.at("created_at").value,
      isImportant: /fail|bounce|error|complain|suspend|dispute/i.test(type),
    },
    receivedAt,
  );
}
