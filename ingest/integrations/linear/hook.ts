import type { Actor, Draft as SourceDraft } from "../payload/draft";
import { Fields } from "../payload/fields";
import { words } from "../payload/past-tense";

/** One delivery of Linear: what kind of thing it is about, what was done, the body, and the thing itself. */
export interface Hook {
  /** `Issue`, `ProjectUpdate`, `IssueSLA`. */
  type: string;
  /** `create`, `update`, `remove`, or a word of the type's own, such as `highRisk`; empty when none was sent. */
  action: string;
  payload: Fields;
  /** The thing as it is now. */
  data: Fields;
}

/** What an event says; without an actor it was whoever the body names. */
export type Draft = Omit<SourceDraft, "actor"> & { actor?: Actor };

/** Describes one kind of event. */
export type Describe = (hook: Hook) => Draft;

/** A name of Linear's as a word of ours: `ProjectUpdate` is `project_update`, `highRisk` is `high_risk`. */
export function snake(name: string): string {
  return words(name).toLowerCase().replaceAll(" ", "_");
}

/** A body, of which Linear's header only repeats the type. */
export function readHook(payload: Fields, header: string | null): Hook {
  const type = payload.text("type") ?? new Fields(header).text("") ?? "Event";
  return { type, action: payload.text("action") ?? "", payload, data: payload.at("data") };
}
