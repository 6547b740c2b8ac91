"use client";
import useSWR from "swr";
import { readAnswer } from "../request";
import type { Person } from "./people-answer";

/** GETs people of a team. */
export function readPeople(path: string): Promise<Person[]> {
  return readAnswer(path, async () => (await import("./people-answer")).parsePeople);
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
