import type { Executor } from "../drivers/driver";
import { auditLog } from "../schema";

/** A line of a team's audit log. */
export type AuditEntry = Omit<typeof auditLog.$inferInsert, "at">;

/** Notes who changed what, in the transaction of the change itself. */
export async function auditChange(tx: Executor, entry: AuditEntry): Promise<void> {
  await tx.insert(auditLog).values(entry);
}
