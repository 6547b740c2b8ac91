import type { NamelessDraft } from "../payload/draft";
import type { Fields } from "../payload/fields";
import type { Workspace } from "./workspace";

/** One event of Slack's as its describers read it. */
export interface Told {
  /** The inner event, or the whole payload of an interaction or a slash command. */
  event: Fields;
  workspace: Workspace;
}

/** What an event says; `words` follow its type's name where it reads otherwise than the type alone. */
export type Draft = Omit<NamelessDraft, "happenedAt"> & { words?: readonly string[] };

/** Describes one kind of event. */
export type Describe = (told: Told) => Draft;
