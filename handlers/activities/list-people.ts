import { z } from "zod";
import { storableText } from "@/activity/storable-text";
import { getDatabase } from "@/db/client";
import { listPeople } from "@/db/queries/list-people";
import { readFresh } from "@/db/read-fresh";
import { type Answer, type Call, json } from "../call";
import { parseWith } from "../read-json";
import { requireCaller } from "../require-caller";

const querySchema = z.object({ q: storableText(200, { allowEmpty: true }).trim() });

/** GET …/people?q=: who has done something in the team, by part of a name, at most 50. */
export async function listPeopleCall(call: Call): Promise<Answer> {
  const caller = await requireCaller(call, "read");
  const { q } = parseWith(querySchema, { q: call.url.searchParams.get("q") ?? "" });
  const { id } = caller.team;
  const people = await readFresh(
    await getDatabase(),
    id,
    (db) => listPeople(db, id, q),
    ({ place }) => place,
  );
  return json(200, { items: people.items });
}
