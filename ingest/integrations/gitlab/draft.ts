import type { Actor, Draft as SourceDraft } from "../payload/draft";
import type { Hook } from "./hook";

/** What an event says; without an actor its user did it. */
export type Draft = Omit<SourceDraft, "actor"> & { actor?: Actor };

/** Describes one kind of event. */
export type Describe = (hook: Hook) => Draft;
