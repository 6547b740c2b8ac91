"use client";
import useSWR from "swr";
import * as v from "valibot";
import { requestJson } from "../request";

const peopleAnswer = v.object({
  items: v.array(
    v.object({
      id: v.string(),
      key: v.string(),
      name: v.string(),
      kind: v.string(),
      avatarUrl: v.nullable(v.string()),
    }),
  ),
});

/** One who does things in a team, as the Who filter lists them. */
export type Person = v.InferOutput<typeof peopleAnswer>["items"][number];

/** GETs people of a team. */
export async function readPeople(path: string): Promise<Person[]> {
  return v.parse(peopleAnswer, await requestJson(path)).items;
}

/** People of a team whose name has `q`; nothing is asked while `team` is null. Keeps the last answer while typing. */
export function usePeople(
  team: string | null,
  q: string,
): { people: Person[]; isLoading: boolean; hasFailed: boolean } {
  const key = team === null ? null : `/api/teams/${team}/people?q=${encodeURIComponent(q)}`;
  const { data, error, isLoading } = useSWR(key, readPeople, {
    keepPreviousData: true,
    revalidateOnFocus: false,
    shouldRetryOnError: false,
  });
  return { people: data ?? [], isLoading, hasFailed: error !== undefined };
}
