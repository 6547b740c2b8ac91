import { z } from "zod";
import { storableText } from "@/activity/storable-text";
import { getDatabase } from "@/db/client";
import { countOptions, OPTION_FIELDS } from "@/db/queries/count-options";
import { type Answer, type Call, json } from "../call";
import { parseWith } from "../read-json";
import { requireCaller } from "../require-caller";
import { parseCallFilter } from "./parse-list-query";

const querySchema = z.object({
  field: z.enum(OPTION_FIELDS, `must be one of ${OPTION_FIELDS.join(", ")}`),
  part: storableText(200, { allowEmpty: true }).trim(),
});

/**
 * GET …/activities/facets?field=&part=&…filter…: the values that a field can have beside the rest of the filter, with counts, at most 50.
 * A bad `field`, `part` or filter is 422 and named.
 */
export async function listOptionsCall(call: Call): Promise<Answer> {
  const { team } = await requireCaller(call, "read");
  const { searchParams } = call.url;
  const { field, part } = parseWith(querySchema, {
    field: searchParams.get("field"),
    part: searchParams.get("part") ?? "",
  });
  const filter = parseCallFilter(searchParams);
  const { db } = await getDatabase();
  return json(200, { items: await countOptions(db, team.id, filter, field, part) });
}
