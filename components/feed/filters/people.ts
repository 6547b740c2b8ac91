"use client";
import useSWR from "swr";
import { z } from "zod";
import { requestJson } from "../request";

const peopleAnswer = z.object({
  items: z.array(
    z.object({ id: z.string(), key: z.string(), name: z.string(), kind: z.string(), avatarUrl: z.string().nullable() }),
  ),
});

/** One who does things in a team, as the Who filter lists them. */
export type Person = z.infer<typeof peopleAnswer>["items"][number];

/** GETs people of a team. */
export async function readPeople(path: string): Promise<Person[]> {
  return peopleAnswer.parse(await requestJson(path)).items;
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
