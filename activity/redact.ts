import type { Activity } from "./activity";
import type { ActorKind } from "./event-schema";
import { describeEventType } from "./event-types";
import { renderTemplate } from "./template";

/** What readers outside a team are not to see. Hidden names hide the metadata too: nobody knows what names stand in it. */
export interface Profile {
  hidesNames: boolean;
  hidesMetadata: boolean;
}

/** Somebody whose names must not be seen, and what they may be recognised by. */
export interface Known {
  id: string;
  kind: ActorKind;
  names: readonly string[];
}

/** What stands for an identity: the same for the same identity, and without the way back. */
export type Alias = (identity: string) => { code: string; id: string };

const WORDS: Record<ActorKind, string> = {
  user: "Person",
  agent: "Agent",
  integration: "Integration",
  system: "System",
};
/** Kinds of things that are people. */
const PEOPLE =
  /(^|[^a-z])(user|person|people|member|account|employee|assignee|author|contact|customer|participant|profile)s?$/i;
/** A shorter name is only replaced where it is a word of its own. */
const ANYWHERE_FROM = 4;
/** Shorter numbers stand everywhere. */
const SHORTEST_NUMBER = 5;

/** Replaces what somebody is known by. */
type Scrub = (text: string) => string;

function sayAlias(kind: ActorKind, code: string): string {
  return `${WORDS[kind]} ${code}`;
}

/** Replaces every name of the known by their aliases, whatever the case, the longest first. */
function scrubber(known: readonly Known[], alias: Alias): Scrub {
  const said = new Map<string, string>();
  for (const { id, kind, names } of known) {
    for (const name of names) {
      const isNumber = /^\d+$/.test(name);
      if (name.trim().length < 2 || (isNumber && name.length < SHORTEST_NUMBER)) continue;
      said.set(name.toLowerCase(), sayAlias(kind, alias(id).code));
    }
  }
  if (said.size === 0) return (text) => text;
  const parts = [...said.keys()]
    .toSorted((a, b) => b.length - a.length)
    .map((name) => {
      const plain = name.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");
      return name.length >= ANYWHERE_FROM ? plain : `(?<![\\p{L}\\p{N}])${plain}(?![\\p{L}\\p{N}])`;
    });
  const pattern = new RegExp(parts.join("|"), "giu");
  return (text) => text.replace(pattern, (found) => said.get(found.toLowerCase()) ?? "somebody");
}

function isPerson({ entityType, eventType }: Activity): boolean {
  return PEOPLE.test(entityType) || eventType.startsWith("user.");
}

/** The sentence of its type, without what the sender said in it and in the metadata. */
function retell(activity: Activity): string {
  const { eventType, actorKind, actorName, entityName, entityReference, entityType } = activity;
  const { message } = describeEventType(eventType, actorKind);
  const values = { actor: actorName, entity: entityName, reference: entityReference, entityType, metadata: {} };
  return renderTemplate(message, values);
}

/** Everything of activities, once names are hidden, in which names may still stand: to look for who is mentioned there. */
export function textToSearch(activities: readonly Activity[]): string {
  return activities
    .flatMap((activity) => [
      activity.eventType,
      activity.source,
      activity.entityType,
      activity.entityKey,
      activity.entityName,
      activity.entityReference ?? "",
      retell({ ...activity, actorName: "" }),
    ])
    .join("\n");
}

function aliasEntity(activity: Activity, known: readonly Known[], alias: Alias) {
  const given = [activity.entityKey, activity.entityName].map((text) => text.toLowerCase());
  const actor = known.find(({ names }) => names.some((name) => given.includes(name.toLowerCase())));
  const { code, id } = alias(actor?.id ?? activity.entityId);
  const name = sayAlias(actor?.kind ?? "user", code);
  return { entityId: id, entityKey: name, entityName: name, entityReference: null };
}

function hideNames(activity: Activity, mentioned: readonly Known[], alias: Alias): Activity {
  const { actorId, actorKind, actorName, actorKey } = activity;
  const known = [...mentioned, { id: actorId, kind: actorKind, names: [actorName, actorKey] }];
  const scrub = scrubber(known, alias);
  // Programs are called as their products are: `github.push` is no mention of anybody.
  const isSomebody = ({ kind }: Known) => kind === "user" || kind === "agent";
  const scrubWords = scrubber(known.filter(isSomebody), alias);
  const actor = alias(actorId);
  const name = sayAlias(actorKind, actor.code);
  const entity = isPerson(activity)
    ? aliasEntity(activity, known, alias)
    : {
        entityKey: scrub(activity.entityKey),
        entityName: scrub(activity.entityName),
        entityReference: activity.entityReference === null ? null : scrub(activity.entityReference),
      };
  return {
    ...activity,
    eventType: scrubWords(activity.eventType),
    source: scrubWords(activity.source),
    entityType: scrubWords(activity.entityType),
    actorId: actor.id,
    actorKey: name,
    actorName: name,
    actorAvatarUrl: null,
    // Addresses elsewhere are full of names.
    entityUrl: null,
    ...entity,
    message: "",
  };
}

/**
 * An activity as a profile lets it be seen. Without names or metadata its sentence is told anew from its type. `mentioned`: the
 * team's actors that {@link textToSearch} finds; its own actor is known anyway.
 */
export function redactActivity(
  activity: Activity,
  { hidesNames, hidesMetadata }: Profile,
  mentioned: readonly Known[],
  alias: Alias,
): Activity {
  if (!hidesNames && !hidesMetadata) return activity;
  const shown = { ...(hidesNames ? hideNames(activity, mentioned, alias) : activity), metadata: {} };
  return { ...shown, message: retell(shown) };
}
