import { readCloudType } from "@/activity/event-types/cloud-type";
import { isJsonObject, type Json } from "@/activity/json";
import { byteLength } from "@/activity/text";
import { aThing } from "../payload/a-thing";
import { cutLine, cutText } from "../payload/clean-text";
import { type Entity, entity } from "../payload/draft";
import { Fields } from "../payload/fields";
import { fitMetadata } from "../payload/fit-metadata";
import { guessActor, guessLink, guessThing } from "../payload/guess";
import { withoutSecrets } from "../payload/without-secrets";
import type { CloudEvent } from "./cloud-event";
import { subjectName } from "./names";
import type { CloudData } from "./read-data";
import { linkOf, scopedId, sourceActor, type Told } from "./told";

/** How much of an event's own data is kept, bytes of JSON, so that there is room beside it. */
const DATA_BYTES = 40_960;
const TEXT_BYTES = 16_384;
const KIND_BYTES = 100;
const IMPORTANT = /fail|error|incident|alert|breach|outage/i;

function fitJson(sent: Json): Json | undefined {
  const value = withoutSecrets(sent);
  if (isJsonObject(value)) return fitMetadata(value, DATA_BYTES);
  return byteLength(JSON.stringify(value)) <= DATA_BYTES ? value : undefined;
}

/** An event's data as metadata; what was too large or no text is told by its size. */
function dataParts(data: CloudData, contentType: string | null): Record<string, unknown> {
  switch (data.kind) {
    case "none":
      return {};
    case "json": {
      const dataBytes = byteLength(JSON.stringify(data.value));
      return { data: fitJson(data.value), ...(dataBytes > DATA_BYTES ? { dataBytes } : {}) };
    }
    case "text": {
      const dataBytes = byteLength(data.text);
      return { contentType, data: cutText(data.text, TEXT_BYTES), ...(dataBytes > TEXT_BYTES ? { dataBytes } : {}) };
    }
    case "bytes":
      return { contentType, dataBytes: data.bytes.byteLength };
  }
}

/** What the event is about: its subject, else what its data shows, else the thing that its type names. */
function thingOf(event: CloudEvent, kind: string, data: Fields): Entity {
  const { source, subject } = event;
  const name = subject === null ? null : subjectName(subject, kind);
  const url = linkOf(subject) ?? guessLink(data);
  if (subject !== null && name !== null)
    return entity(kind.replaceAll(" ", "_"), scopedId(source, subject), name, { url: url ?? linkOf(source) });
  const guessed = guessThing(kind, data);
  return entity(guessed.type, scopedId(source, guessed.id), guessed.name, {
    url: guessed.url ?? url ?? linkOf(source),
  });
}

/** Any event, told by its type and subject: "shop shipped order 42", "sensors sent a temperature reading about kitchen". */
export function describeGeneric(event: CloudEvent): Told {
  const { thing: words, deed } = readCloudType(event.type);
  const kind = cutLine(words, KIND_BYTES) ?? "event";
  const data = new Fields(event.data.kind === "json" ? event.data.value : undefined);
  const thing = thingOf(event, kind, data);
  const isNamed = thing.name !== aThing(kind);
  const predicate =
    deed === null
      ? `sent ${aThing(kind)}${isNamed ? ` about ${thing.name}` : ""}`
      : `${cutLine(deed, KIND_BYTES) ?? "sent"} ${isNamed ? `${kind} ${thing.name}` : thing.name}`;
  return {
    actor: guessActor(data, kind) ?? sourceActor(event.source),
    predicate,
    entity: thing,
    metadata: dataParts(event.data, event.datacontenttype),
    isImportant: IMPORTANT.test(`${words} ${deed ?? ""}`),
  };
}
