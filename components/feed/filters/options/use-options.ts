"use client";
import useSWR from "swr";
import * as v from "valibot";
import { type Filter, serializeFilter, type ValueField } from "@/activity/filter";
import { requestJson } from "../../request";
import { without } from "../change-filter";

const answer = v.object({
  items: v.array(
    v.object({
      value: v.string(),
      name: v.string(),
      avatarUrl: v.nullable(v.string()),
      count: v.number(),
      isExact: v.boolean(),
    }),
  ),
});

/** A value that a field can have, with how many activities it would show beside the rest of the filter. */
export type Option = v.InferOutput<typeof answer>["items"][number];

const read = async (path: string) => v.parse(answer, await requestJson(path)).items;

/** A count as it stands beside its option: `12`, `12+` when there may be more. */
export function sayCount({ count, isExact }: Pick<Option, "count" | "isExact">): string {
  return isExact ? `${count}` : `${count}+`;
}

/** The options of a field under the rest of the filter whose names hold `part`. Keeps the last answer while typing. */
export function useOptions(
  team: string,
  filter: Filter,
  field: ValueField,
  part: string,
): { options: readonly Option[]; isLoading: boolean; error: Error | undefined; retry: () => void } {
  const params = serializeFilter(without(filter, field));
  params.set("field", field);
  if (part !== "") params.set("part", part);
  const { data, error, isLoading, mutate } = useSWR<readonly Option[], Error>(
    `/api/teams/${team}/activities/facets?${params}`,
    read,
    {
      keepPreviousData: true,
      revalidateOnFocus: false,
      shouldRetryOnError: false,
      // A popover that opens again has what it showed, and asks again.
      dedupingInterval: 2_000,
    },
  );
  return { options: data ?? [], isLoading, error, retry: () => void mutate() };
}
