import type { ZodType } from "zod";
import type { Color, Group } from "../event-schema";
import type { Json } from "../json";

/** Everything about one event type, in one object. */
export interface EventType {
  /** `{entity}.{past tense}`; stored in rows and therefore final. */
  type: string;
  /** What the feed's filter calls it. */
  label: string;
  group: Group;
  /** A lucide icon name. */
  icon: string;
  color: Color;
  /** What one stored event looks like when its metadata says more than its type: a merged pull request, a failed workflow. */
  look?: (metadata: Json) => { icon: string; color: Color } | null;
  /** The sentence, for {@link renderTemplate}. */
  message: string;
  /** Says which stored events are important when the sender does not; default: none. */
  isImportant?: (metadata: Json) => boolean;
  /** What helpful metadata looks like. Documents and helps rendering, never refuses. */
  metadata: ZodType;
}
