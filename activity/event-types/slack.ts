import { LOOKS } from "./looks";
import { APPS } from "./slack/apps";
import { MESSAGES } from "./slack/messages";
import { PLACES } from "./slack/places";
import { describeSourceTypes, type SourceType } from "./source-types";

/** Slack gives ids for names, so that each type has a sentence which the last known names are put into. */
const TYPES = new Map<string, SourceType>(
  [...MESSAGES, ...PLACES, ...APPS].flatMap(([look, types]) =>
    Object.entries(types).map(([type, [label, predicate]]): [string, SourceType] => [
      type,
      { label, ...look, message: `{actor} ${predicate}` },
    ]),
  ),
);

/** The look and sentence of Slack's event types; null for other types. */
export const slackEventType = describeSourceTypes("slack", TYPES, {
  ...LOOKS.generic,
  message: "{actor} triggered [{metadata.event} ]on {entity}",
});
