import { BUILT_IN } from "@/activity/event-types/built-in";
import { type Color, GROUPS } from "@/activity/kinds";
import type { Option } from "./use-options";

const GITHUB = "github.*";

/** A type or group to choose. */
export interface TypeRow {
  value: string;
  label: string;
  look: { icon: string; color: Color } | null;
  /** Null while it is not known. */
  counted: Pick<Option, "count" | "isExact"> | null;
}

const NONE = { count: 0, isExact: true };

function sumOf(options: readonly Option[]): Pick<Option, "count" | "isExact"> {
  return {
    count: options.reduce((sum, { count }) => sum + count, 0),
    isExact: options.every(({ isExact }) => isExact),
  };
}

/**
 * The types to choose from that hold `part`: the built-in ones in their order, then those of the team's events, most first, then
 * chosen ones that are neither. `isCounted`: a type without a count has none.
 */
export function typeRows(
  part: string,
  options: readonly Option[],
  chosen: readonly string[],
  isCounted: boolean,
): TypeRow[] {
  const counts = new Map(options.map((option) => [option.value, option]));
  const countOf = (value: string) => counts.get(value) ?? (isCounted ? NONE : null);
  const builtIn = Object.entries(BUILT_IN).map(
    ([type, { label, icon, color }]): TypeRow => ({
      value: type,
      label,
      look: { icon, color },
      counted: countOf(type),
    }),
  );
  const known = new Set<string>(Object.keys(BUILT_IN));
  const github = [...counts.values()].filter(({ value }) => value.startsWith("github."));
  const gray = (icon: string) => ({ icon, color: "gray" as const });
  const others = [...new Set([...counts.keys(), ...chosen])].filter((type) => !known.has(type) && type !== GITHUB);
  const rows: TypeRow[] = [
    ...builtIn,
    {
      value: GITHUB,
      label: "Everything from GitHub",
      look: gray("git-branch"),
      counted: isCounted ? sumOf(github) : null,
    },
    ...others.map((type) => ({
      ...{ value: type, label: type, look: gray("circle-dot") },
      counted: counts.get(type) ?? null,
    })),
  ];
  return rows.filter(holds(part));
}

/** The groups whose names hold `part`. */
export function groupRows(part: string, options: readonly Option[], isCounted: boolean): TypeRow[] {
  return GROUPS.map((group): TypeRow => {
    const counted = options.find(({ value }) => value === group) ?? (isCounted ? NONE : null);
    return { value: group, label: group.charAt(0).toUpperCase() + group.slice(1), look: null, counted };
  }).filter(holds(part));
}

function holds(part: string) {
  const wanted = part.toLowerCase();
  return ({ value, label }: TypeRow) => value.toLowerCase().includes(wanted) || label.toLowerCase().includes(wanted);
}
