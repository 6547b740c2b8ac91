"use client";
import useSWR from "swr";
import { z } from "zod";
import { requestJson } from "../request";
import type { Mentionable } from "./mentions";

const answer = z.object({ items: z.array(z.object({ id: z.string(), name: z.string() })) });
const NOBODY: readonly Mentionable[] = [];

/** Everybody in the team, for mentions; nobody until the answer is there. Nothing is asked while `isWanted` is false. */
export function useMembers(team: string, isWanted: boolean): readonly Mentionable[] {
  const read = async (path: string) => answer.parse(await requestJson(path)).items;
  const { data } = useSWR(isWanted ? `/api/teams/${team}/members` : null, read, { revalidateOnFocus: false });
  return data ?? NOBODY;
}
