import type { ActivityEvent } from "@/activity/event-schema";
import { isJsonObject } from "@/activity/json";
import { cutText } from "../payload/clean-text";
import { toEvent } from "../payload/draft";
import { fitMetadata } from "../payload/fit-metadata";
import { withoutSecrets } from "../payload/without-secrets";
import { type CloudEvent, eventIdentity } from "./cloud-event";
import { describeCdevent } from "./describe-cdevent";
import { describeGeneric } from "./describe-generic";
import { describeGithub } from "./describe-github";
import { PLATFORMS } from "./describe-platforms";
import type { Told } from "./told";

/** The source of these activities, and the first word of their types. */
export const CLOUDEVENTS = "cloudevents";
const TYPE_BYTES = 256;
const ATTRIBUTE_BYTES = 2_048;
const EXTENSIONS_BYTES = 8_192;

function tell(event: CloudEvent, receivedAt: Date): Told {
  const known = describeGithub(event, receivedAt) ?? describeCdevent(event);
  if (known !== null) return known;
  for (const platform of PLATFORMS) {
    const told = platform(event);
    if (told !== null) return told;
  }
  return describeGeneric(event);
}

/** The type as the sender names it; blanks, and the `.*` that a filter ends in, are no part of one. */
function eventTypeOf(type: string): string {
  const plain = `${CLOUDEVENTS}.${type.trim().replace(/\s+/gu, "_")}`.replace(/(\.\*)+$/, "");
  return cutText(plain === CLOUDEVENTS ? `${CLOUDEVENTS}.event` : plain, TYPE_BYTES);
}

/** What every event has, beside what it says. */
function attributesOf(event: CloudEvent): Record<string, unknown> {
  const { source, subject, dataschema } = event;
  const extensions = withoutSecrets(event.extensions);
  return {
    source: cutText(source, ATTRIBUTE_BYTES),
    subject: subject === null ? null : cutText(subject, ATTRIBUTE_BYTES),
    dataschema: dataschema === null ? null : cutText(dataschema, ATTRIBUTE_BYTES),
    extensions: fitMetadata(isJsonObject(extensions) ? extensions : {}, EXTENSIONS_BYTES),
  };
}

/** One event of CloudEvents as an activity that passes `eventSchema`, with a key by which it counts once wherever it comes from. */
export function describeCloudEvent(event: CloudEvent, receivedAt: Date): ActivityEvent {
  const told = tell(event, receivedAt);
  const metadata = { ...attributesOf(event), ...told.metadata };
  const happenedAt = told.happenedAt ?? event.time;
  return {
    ...toEvent(CLOUDEVENTS, [], { ...told, metadata, happenedAt }, receivedAt),
    eventType: eventTypeOf(event.type),
    idempotencyKey: eventIdentity(event, `${CLOUDEVENTS}:`),
  };
}
