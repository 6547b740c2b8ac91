import { isPastTense } from "./generic";

/** What a CloudEvents type says: `com.example.order.shipped.v2` is about an "order" that was "shipped". */
export interface CloudType {
  /** The kind of thing in lower case, "pull request"; all that the type says when it names no deed. */
  thing: string;
  /** The deed in the past tense; null when the type names none. */
  deed: string | null;
}

/** First labels of reversed domain names, after which the owner's own follows. */
const DOMAINS = new Set("com org net io dev sh app ai co cloud eu de uk fr us tech".split(" "));
/** Owners who name themselves without a domain. */
const OWNERS = new Map([
  ["google", /^google\.(cloud|firebase|events)\./i],
  ["microsoft", /^microsoft\./i],
]);
/** Labels that say nothing about what happened. */
const EMPTY = /^(v?\d+([a-z]+\d+)?(-[a-z0-9]+)*|events?|sources?)$/i;
/** Deeds that senders do not put into the past tense, and participles that are no past tense. */
const DEEDS = new Map(
  Object.entries({
    add: "added",
    create: "created",
    update: "updated",
    delete: "deleted",
    remove: "removed",
    written: "wrote",
    taken: "took",
    given: "gave",
    broken: "broke",
    drawn: "drew",
    forgotten: "forgot",
    begun: "began",
  }),
);

/** What changes of a thing, and is none itself: `object.metadataUpdated` is about the object. */
const PROPERTY = /^(metadata|status|state|tier)$/;

/** The words of a label in lower case, abbreviations left as they are: `SMSReceived` is "SMS received". */
function wordsOf(label: string): string[] {
  const all = label
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replace(/([A-Z]+)([A-Z][a-z])/g, "$1 $2")
    .split(/[\s_:-]+/);
  return all.filter((word) => word !== "").map((word) => (/^[A-Z]{2,}$/.test(word) ? word : word.toLowerCase()));
}

/** The labels of a type that say something: its owner and its version left out, unless nothing else is left. */
function labelsOf(type: string): string[] {
  const owned = /^https?:\/\/[^/]*\/(.+)$/i.exec(type)?.[1] ?? type;
  const named = [...OWNERS.values()].reduce((rest, owner) => rest.replace(owner, ""), owned);
  const all = named.split(/[./]+/).filter((label) => label !== "");
  const isReversed = all.length > 2 && DOMAINS.has((all[0] ?? "").toLowerCase());
  const own = isReversed ? all.slice(2) : all;
  const said = own.filter((label) => !EMPTY.test(label));
  return said.length > 0 ? said : own;
}

function deedOf(word: string): string | null {
  return DEEDS.get(word) ?? (isPastTense(word) ? word : null);
}

/** What a type without a deed is called: `order.status`, `rule.output`, `kafka.event`. */
function wholeName(type: string, before: readonly string[], last: readonly string[]): string {
  const words = last.length > 1 ? last : [...before, ...last];
  const isEvent = /[./]events?([./]v?\d.*)?$/i.test(type) && words.at(-1) !== "event";
  return [...words, ...(isEvent && words.length > 0 ? ["event"] : [])].join(" ");
}

/** Takes a type apart. It may be any text: a reversed domain name with a version is what the specification advises. */
export function readCloudType(type: string): CloudType {
  // Whatever S3 adds to what happened, `ObjectCreated:Put`, is how.
  const labels = labelsOf(type.replace(/((?:ed|ated)):\w+$/i, "$1"));
  const [before, last] = [wordsOf(labels.at(-2) ?? ""), wordsOf(labels.at(-1) ?? "")];
  const place = last.findLastIndex((word) => deedOf(word) !== null);
  const deed = deedOf(last[place] ?? "");
  if (deed === null) return { thing: wholeName(type, before, last) || "event", deed: null };
  const own = last.slice(0, place);
  const isOwn = own.length > 0 && !(before.length > 0 && PROPERTY.test(own.join(" ")));
  return { thing: (isOwn ? own : before).join(" ") || "event", deed };
}
