import type { Filter, Values } from "@/activity/filter";
import { actorId } from "./fill";

/** One thing to read. `kind` says which target it has. */
export interface ReadCase {
  name: string;
  kind: "filter" | "search" | "two words" | "other";
  filter: Filter;
}

const any = (...values: string[]): Values => ({ any: values, not: [] });
const not = (...values: string[]): Values => ({ any: [], not: values });

/** Most milliseconds of the median in the database, by kind. */
export const TARGETS: Record<ReadCase["kind"], number> = { filter: 2, search: 10, "two words": 60, other: 50 };

export const CASES: ReadCase[] = [
  { name: "no filter", kind: "filter", filter: {} },
  { name: "type, common", kind: "filter", filter: { type: any("task.updated") } },
  { name: "type, rare", kind: "filter", filter: { type: any("integration.event_25") } },
  { name: "type, only old rows", kind: "filter", filter: { type: any("import.finished") } },
  { name: "type, absent", kind: "filter", filter: { type: any("never.happened") } },
  { name: "type, three", kind: "filter", filter: { type: any("task.updated", "github.push", "import.finished") } },
  { name: "type, task.*", kind: "filter", filter: { type: any("task.*") } },
  { name: "type, integration.* (25 types)", kind: "filter", filter: { type: any("integration.*") } },
  { name: "actor, busiest", kind: "filter", filter: { actor: any(actorId(1)) } },
  { name: "actor, quietest", kind: "filter", filter: { actor: any(actorId(500)) } },
  { name: "actorKey", kind: "filter", filter: { actorKey: any("u_40") } },
  { name: "group, common", kind: "filter", filter: { group: any("task") } },
  { name: "group, only old rows", kind: "filter", filter: { group: any("user") } },
  { name: "source, common", kind: "filter", filter: { source: any("github") } },
  { name: "source, only old rows", kind: "filter", filter: { source: any("legacy") } },
  { name: "entity, busiest", kind: "filter", filter: { entity: any("task:1") } },
  { name: "entity, quiet", kind: "filter", filter: { entity: any("task:19000") } },
  { name: "important", kind: "filter", filter: { important: true } },
  { name: "date range, old", kind: "filter", filter: { from: daysAgo(700), to: daysAgo(650) } },
  { name: "type + actor, common", kind: "filter", filter: { type: any("task.updated"), actor: any(actorId(1)) } },
  { name: "type + actor, never", kind: "filter", filter: { type: any("never.happened"), actor: any(actorId(1)) } },
  {
    name: "type + actor, rare and quiet",
    kind: "filter",
    filter: { type: any("import.finished"), actor: any(actorId(300)) },
  },
  { name: "task.* + actor", kind: "filter", filter: { type: any("task.*"), actor: any(actorId(20)) } },
  { name: "type + source", kind: "filter", filter: { type: any("github.push"), source: any("github") } },
  { name: "type + source, never", kind: "filter", filter: { type: any("task.updated"), source: any("github") } },
  { name: "search: every row has it", kind: "search", filter: { q: "everyword " } },
  { name: "search: common", kind: "search", filter: { q: "leftword " } },
  { name: "search: rare", kind: "search", filter: { q: "rareword " } },
  { name: "search: absent", kind: "search", filter: { q: "absentword " } },
  { name: "search: only old rows", kind: "search", filter: { q: "oldword " } },
  { name: "search: common and old", kind: "other", filter: { q: "leftword oldword " } },
  { name: "search: middling, w100", kind: "search", filter: { q: "w100 " } },
  { name: "search: prefix w19*", kind: "other", filter: { q: "w19*" } },
  { name: "search: two that never meet", kind: "two words", filter: { q: "leftword rightword " } },
  { name: "only -everyword", kind: "other", filter: { q: "-everyword " } },
  { name: "-type (commonest)", kind: "other", filter: { type: not("task.updated") } },
  { name: "group + important", kind: "other", filter: { group: any("task"), important: true } },
  { name: "actor + source", kind: "other", filter: { actor: any(actorId(3)), source: any("github") } },
  { name: "actor + source, never", kind: "other", filter: { actor: any(actorId(1)), source: any("nothing") } },
  {
    name: "group + entity + word",
    kind: "other",
    filter: { group: any("task"), entity: any("task:500"), q: "leftword " },
  },
  {
    name: "two common facets that never meet",
    kind: "other",
    filter: { type: any("task.updated"), group: any("integration") },
  },
];

function daysAgo(days: number): string {
  return new Date(Date.now() - days * 86_400_000).toISOString();
}
