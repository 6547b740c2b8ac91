import { readPeople } from "../people";

/** Who is meant by a name: ids, or why nobody is. */
export type FoundActors = { ids: readonly string[] } | { message: string };

/** Looks a name up: everybody of exactly that name, else the one person whose name begins with it or holds it. */
export async function findActors(team: string, name: string): Promise<FoundActors> {
  const people = await readPeople(`/api/teams/${team}/people?q=${encodeURIComponent(name)}`);
  return chooseActors(name, people);
}

/** Of the people whose name holds `name`, those who are meant. */
export function chooseActors(name: string, people: readonly { id: string; name: string }[]): FoundActors {
  const wanted = name.toLowerCase();
  const exact = people.filter((person) => person.name.toLowerCase() === wanted);
  const beginning = people.filter((person) => person.name.toLowerCase().startsWith(wanted));
  for (const found of [exact, beginning, people]) {
    if (found.length === 1 || (found === exact && found.length > 0)) return { ids: found.map(({ id }) => id) };
  }
  if (people.length === 0) return { message: "is nobody's name here" };
  const names = [...new Set((beginning.length > 0 ? beginning : people).map((person) => person.name))];
  return { message: `may be ${names.slice(0, 3).join(", ")}${names.length > 3 ? " and others" : ""}` };
}
