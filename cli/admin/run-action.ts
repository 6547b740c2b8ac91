import type { z } from "zod";
import { asActivityError } from "@/activity/errors";
import { closeDatabase, getDatabase } from "@/db/client";
import type { Db } from "@/db/drivers/driver";

/** One admin command: what it takes, and what it does to give the line it prints. */
export interface AdminAction<Options> {
  schema: z.ZodType<Options, unknown>;
  run(db: Db, options: Options): Promise<Record<string, string>>;
}

/** The innermost reason of an error, in one line: a query's own text or an address list is no answer for people. */
function sentenceOf(error: unknown): string {
  const known = asActivityError(error);
  if (known !== null) return known.message;
  let reason = error;
  while (reason instanceof Error && reason.cause instanceof Error) reason = reason.cause;
  if (reason instanceof AggregateError && reason.message === "") reason = reason.errors[0];
  const text = reason instanceof Error ? reason.message : String(reason);
  return `It did not work: ${text.replace(/\s+/g, " ").trim() || "unknown error"}`;
}

/** Checks the options, migrates, acts, prints one line of JSON and closes the database. Gives the exit code. */
export async function runAction<Options>(action: AdminAction<Options>, options: unknown): Promise<number> {
  const parsed = action.schema.safeParse(options);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => `--${String(path[0])}: ${message}`);
    process.stderr.write(`${faults.join("; ")}\n`);
    return 1;
  }
  try {
    const { db } = await getDatabase();
    const line = await action.run(db, parsed.data);
    await closeDatabase();
    process.stdout.write(`${JSON.stringify(line)}\n`);
    return 0;
  } catch (error) {
    process.stderr.write(`${sentenceOf(error)}\n`);
    await closeDatabase().catch(() => {});
    return 1;
  }
}
