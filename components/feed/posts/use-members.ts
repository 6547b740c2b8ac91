"use client";
import useSWR from "swr";
import * as v from "valibot";
import { requestJson } from "../request";
import type { Mentionable } from "./mentions";

const answer = v.object({ items: v.array(v.object({ id: v.string(), name: v.string() })) });
const NOBODY: readonly Mentionable[] = [];

/** Everybody in the team, for mentions; nobody until the answer is there. Nothing is asked while `isWanted` is false. */
export function useMembers(team: string, isWanted: boolean): readonly Mentionable[] {
  const read = async (path: string) => v.parse(answer, await requestJson(path)).items;
  const { data } = useSWR(isWanted ? `/api/teams/${team}/members` : null, read, { revalidateOnFocus: false });
  return data ?? NOBODY;
}
