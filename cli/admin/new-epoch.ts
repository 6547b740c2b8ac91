import { z } from "zod";
import { renewEpochs } from "@/db/queries/teams/renew-epochs";
import { requireTeam } from "./require-team";
import type { AdminAction } from "./run-action";

const schema = z.object({ team: z.string().optional() });

export const newEpochAction: AdminAction<z.infer<typeof schema>> = {
  schema,
  run: async (db, { team }) => {
    const teamId = team === undefined ? null : (await requireTeam(db, team)).id;
    return { teams: String(await renewEpochs(db, teamId)) };
  },
};
