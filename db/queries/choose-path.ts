/** Reading: which of the database's ways to the keys of a page a filter takes, with the values that way needs. */
import { type Filter, parseEntity, VALUE_FIELDS, type ValueField } from "@/activity/filter";

/** `list_by_<name>_<older|newer>` of the read functions; `walk` serves every filter, each other one a kind by one btree. */
type PathName =
  | "feed"
  | "important"
  | "group"
  | "type"
  | "actor"
  | "entity"
  | "actor_type"
  | "source"
  | "source_type"
  | "walk";

/** Columns and lexemes of a row are written by one statement, so a btree path finds what the walk would. */
export interface Path {
  name: PathName;
  types: string[] | null;
  actors: string[] | null;
  actorKeys: string[] | null;
  entities: { type: string; id: string }[] | null;
  /** Groups or sources. */
  values: string[] | null;
}

const PATHS: Record<string, PathName> = {
  "": "feed",
  important: "important",
  group: "group",
  type: "type",
  actor: "actor",
  actorKey: "actor",
  entity: "entity",
  source: "source",
  "type actor": "actor_type",
  "type actorKey": "actor_type",
  "type source": "source_type",
};

function nameOf(filter: Filter, hasWords: boolean): PathName {
  const fields: (ValueField | "important")[] = VALUE_FIELDS.filter((field) => filter[field] !== undefined);
  const excludes = VALUE_FIELDS.some((field) => (filter[field]?.not.length ?? 0) > 0);
  if (filter.important) fields.push("important");
  return hasWords || excludes ? "walk" : (PATHS[fields.join(" ")] ?? "walk");
}

/** Chooses by which fields are filtered alone; `hasWords` when there is something to search for. */
export function choosePath(filter: Filter, hasWords: boolean): Path {
  const any = (field: ValueField) => filter[field]?.any ?? null;
  return {
    name: nameOf(filter, hasWords),
    types: any("type"),
    actors: any("actor"),
    actorKeys: any("actorKey"),
    entities: any("entity")?.flatMap((value) => parseEntity(value) ?? []) ?? null,
    values: any("group") ?? any("source"),
  };
}
