import { z } from "zod";
import { nameSchema } from "@/auth/account";
import { issueKey, SCOPES } from "@/auth/keys/issue-key";
import { requireTeam } from "./require-team";
import type { AdminAction } from "./run-action";

const schema = z.object({
  team: z.string(),
  scopes: z
    .string()
    .transform((text) => text.split(",").map((scope) => scope.trim()))
    .pipe(z.array(z.enum(SCOPES, `must be of ${SCOPES.join(", ")}, separated by commas`))),
  name: nameSchema,
});

export const createKeyAction: AdminAction<z.infer<typeof schema>> = {
  schema,
  run: async (db, { team: slug, scopes, name }) => {
    const team = await requireTeam(db, slug);
    const { key } = await issueKey(db, team.id, { name, scopes, createdBy: null });
    return { key };
  },
};
