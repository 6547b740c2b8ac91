import { BUILT_IN } from "@/activity/event-types/built-in";
import { type Filter, parseEntity, type Values } from "@/activity/filter";
import { sayDayOfMonth, sayDayOfYear, type Zone } from "../list/customs";
import { sourceName } from "../list/facts";
import { SHORT_MONTHS, wallTime } from "../list/zone";

const LABELS = new Map(Object.entries(BUILT_IN).map(([type, { label }]) => [type, label.toLowerCase()]));

function sayValues(values: Values | undefined, say: (value: string) => string): string[] {
  return [...(values?.any ?? []).map(say), ...(values?.not ?? []).map((value) => `not ${say(value)}`)];
}

function sayType(type: string): string {
  if (type === "github.*") return "GitHub";
  return LABELS.get(type) ?? type;
}

function joined(parts: string[]): string | null {
  return parts.length === 0 ? null : parts.join(", ");
}

/** What the Type chip says of groups and types; null when neither is set. */
export function sayTypes(filter: Filter): string | null {
  return joined([...sayValues(filter.group, (group) => group), ...sayValues(filter.type, sayType)]);
}

/** What the Who chip says; `names` are the names known by actor id, and an unknown one is "someone". */
export function sayPeople(filter: Filter, names: ReadonlyMap<string, string>): string | null {
  return joined([
    ...sayValues(filter.actor, (id) => names.get(id) ?? "someone"),
    ...sayValues(filter.actorKey, (key) => key),
  ]);
}

/** What the chip of the entity field says. */
export function sayEntities(filter: Filter): string | null {
  return joined(
    sayValues(filter.entity, (value) => {
      const entity = parseEntity(value);
      return entity === null ? value : `${entity.type} ${entity.id}`;
    }),
  );
}

/** What the chip of the source field says. */
export function saySources(filter: Filter): string | null {
  return joined(sayValues(filter.source, (source) => sourceName(source) ?? source));
}

/** What the Date chip says in the reader's zone: `16 Nov`, `16 Nov – 18 Nov`, `since 16 Nov`, `until 18 Nov`. */
export function sayRange({ from, to }: Pick<Filter, "from" | "to">, now: number, zone: Zone): string | null {
  const thisYear = wallTime(now, zone.name).year;
  const day = (at: number) => {
    const wall = wallTime(at, zone.name);
    const month = SHORT_MONTHS[wall.month] ?? "";
    return wall.year === thisYear
      ? sayDayOfMonth(wall.day, month, zone)
      : sayDayOfYear(wall.day, month, wall.year, zone);
  };
  const first = from === undefined ? null : day(Date.parse(from));
  const last = to === undefined ? null : day(Date.parse(to) - 1);
  if (first === null) return last === null ? null : `until ${last}`;
  if (last === null) return first === day(now) ? "today" : `since ${first}`;
  return first === last ? first : `${first} – ${last}`;
}
