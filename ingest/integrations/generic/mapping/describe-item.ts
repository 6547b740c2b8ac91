import type { ActivityEvent } from "@/activity/event-schema";
import { ACTOR_KINDS } from "@/activity/kinds";
import { aThing } from "../../payload/a-thing";
import { type Actor, actor, type Entity, entity, toEvent, typeWord } from "../../payload/draft";
import { Fields } from "../../payload/fields";
import { guessActor, guessKind, guessThing } from "../../payload/guess";
import { pastTense, words } from "../../payload/past-tense";
import type { CompiledMapping, Reading, Told } from "./compile-mapping";
import { eventWord, readType, typeOf } from "./event-word";
import { keepMetadata } from "./keep-metadata";
import type { Budget } from "./prune";
import { readTime } from "./read-time";

/** Who sends, and what their activities are filtered by. */
export interface Sender {
  label: string;
  source: string;
}

const FAILURE = /fail|error|crash|bounce|complain|suspend|dispute|incident|outage|down\b/i;

const openable = (text: string | null): string | null => new Fields(text).url("");

function actorOf({ actor: fields }: CompiledMapping, reading: Reading, parts: Fields[], sender: Sender): Actor {
  const [id, name] = [fields.id(reading), fields.name(reading)];
  const kind = ACTOR_KINDS.find((one) => one === fields.kind(reading));
  const avatarUrl = openable(fields.avatarUrl(reading));
  const shown = name ?? id;
  if (shown !== null)
    return actor(id ?? shown, shown, { avatarUrl, kind: kind ?? (shown === sender.label ? "integration" : "user") });
  const service = actor(sender.source, sender.label, { kind: "integration" });
  return parts.reduceRight((found, part) => guessActor(part) ?? found, service);
}

function thingOf({ entity: fields }: CompiledMapping, reading: Reading, data: Fields, kind: string): Entity {
  const type = typeWord(fields.type(reading));
  const [id, name] = [fields.id(reading), fields.name(reading)];
  const shown = name ?? id;
  const guessed = shown === null ? guessThing(type === null ? kind : words(type), data) : null;
  const told = type ?? typeWord(guessed?.type ?? kind) ?? "event";
  return entity(told, guessed?.id ?? id ?? shown ?? told, guessed?.name ?? shown ?? told, {
    reference: fields.reference(reading) ?? guessed?.reference ?? null,
    url: openable(fields.url(reading, { type: told })) ?? guessed?.url ?? null,
  });
}

/** Where senders put a sentence of their own. */
const SAYINGS = ["message", "text", "summary", "msg", "description", "content"];

/** The sentence after the actor's name, where the team wrote none. Of a thing without a name it is what the sender says of it. */
function predicateOf(action: string | null, thing: Entity, data: Fields): string {
  const kind = words(thing.type).toLowerCase() || "event";
  const isNamed = thing.name !== aThing(kind);
  const named = isNamed ? `${kind} ${thing.name}` : thing.name;
  const told = action === null ? `sent ${named}` : pastTense(action, named);
  const saying = isNamed ? null : data.text(...SAYINGS);
  return saying === null ? told : `${told}: ${saying}`;
}

/** One item of a payload as an event that passes `eventSchema`, whatever it holds. */
export function describeItem(
  mapping: CompiledMapping,
  sender: Sender,
  reading: Reading,
  { receivedAt, budget }: { receivedAt: Date; budget: Budget },
): ActivityEvent {
  const payload = new Fields(reading.item);
  const data = payload.has("data") ? payload.at("data") : payload;
  const word = eventWord(mapping, reading);
  const type = typeOf(word);
  const { kind, action } = readType(type);
  const who = actorOf(mapping, reading, [data, payload], sender);
  const thing = thingOf(mapping, reading, data, kind ?? guessKind(data) ?? "event");
  const told: Told = {
    actor: who.name,
    entity: thing.name,
    reference: thing.reference ?? null,
    type: words(thing.type).toLowerCase(),
  };
  const message = mapping.messages.get(word)?.(reading, told) ?? mapping.message(reading, told);
  const sentAt = mapping.timestamp(reading) ?? payload.text("timestamp");
  const event = toEvent(
    "integration",
    [type],
    {
      actor: who,
      predicate: predicateOf(action, thing, data),
      entity: thing,
      metadata: keepMetadata(mapping, reading, budget),
      happenedAt: sentAt === null ? undefined : readTime(sentAt),
      isImportant: mapping.isImportant?.(reading) ?? FAILURE.test(type),
    },
    receivedAt,
  );
  return { ...event, source: sender.source, ...(message === null ? {} : { message }) };
}
