import { z } from "zod";
import { emailSchema, ensureUser, nameSchema, passwordSchema } from "@/auth/account";
import { foundTeam } from "@/auth/team/found-team";
import type { AdminAction } from "./run-action";

const schema = z.object({
  name: nameSchema,
  owner: emailSchema,
  password: passwordSchema.optional(),
  slug: z.string().optional(),
});

export const createTeamAction: AdminAction<z.infer<typeof schema>> = {
  schema,
  run: (db, { name, owner, password, slug }) =>
    db.transaction(async (tx) => {
      const ownerId = await ensureUser(tx, { email: owner, password });
      const team = await foundTeam(tx, { name, ownerId, slug });
      return { team: team.slug };
    }),
};
