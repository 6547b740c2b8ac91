import * as v from "valibot";

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

/** Throws when it is no list of people. */
export const parsePeople = (json: unknown): Person[] => v.parse(peopleAnswer, json).items;
