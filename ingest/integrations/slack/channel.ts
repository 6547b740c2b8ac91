import { entity, type NamelessDraft } from "../payload/draft";
import type { Fields } from "../payload/fields";
import { channelUrl, type Workspace } from "./workspace";

/** Where events name their channel: an id, or an object with one. */
const PLACES = [
  "channel",
  "channel_id",
  "item.channel",
  "assistant_thread.channel_id",
  "container.channel_id",
  "new_channel_id",
];

/** What Slack calls a conversation whose name it does not give away. */
const VEILED = new Set(["privategroup", "directmessage"]);

/** A channel's name as people write it; null when the id is all that is known. */
export function channelName(id: string | null, name: string | null, kind: string | null): string | null {
  if (kind === "im" || id?.startsWith("D") || name === "directmessage") return "a direct message";
  if (kind === "mpim" || name?.startsWith("mpdm-")) return "a group message";
  if (name === null || VEILED.has(name)) return null;
  return name.startsWith("#") ? name : `#${name}`;
}

/** Whether an event says where it happened. */
export function hasChannel(event: Fields): boolean {
  return PLACES.some((path) => event.text(path, `${path}.id`) !== null);
}

/** The channel of an event, linked to the message `ts` in it when there is one. */
export function channelEntity(
  workspace: Workspace,
  event: Fields,
  more: { ts?: string | null; url?: string | null; name?: string | null } = {},
): NamelessDraft["entity"] {
  const path = PLACES.find((one) => event.text(one, `${one}.id`) !== null) ?? "channel";
  const id = event.text(path, `${path}.id`);
  const given = more.name ?? event.text(`${path}.name`, "channel_name");
  const name = channelName(id, given, event.text("channel_type"));
  return entity("channel", id ?? "channel", id === null ? (name ?? "a channel") : name, {
    url: more.url ?? channelUrl(workspace, id, more.ts),
  });
}
