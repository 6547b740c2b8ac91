/** The SQLSTATE or network code of a database error, through Drizzle's wrapping; null when there is none. */
export function sqlState(error: unknown): string | null {
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) {
    if ("code" in cause && typeof cause.code === "string" && !cause.message.startsWith("Failed query"))
      return cause.code;
  }
  return null;
}

/** True when one statement was refused for what it holds: rolled back for sure, and worth trying row by row. */
export function isStatementFault(error: unknown): boolean {
  return /^(22|23|54)[0-9A-Z]{3}$/.test(sqlState(error) ?? "");
}

/** True when the database is away, stopping, overloaded or refusing connections: the same call may work later. */
export function isUnavailable(error: unknown): boolean {
  const state = sqlState(error) ?? "";
  if (/^(08|53|57P)[0-9A-Z]+$/.test(state)) return true;
  if (/^(ECONN|ETIMEDOUT|EPIPE|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH)/.test(state)) return true;
  return causes(error).some((message) =>
    /Connection terminated|timeout exceeded when trying to connect|not queryable|database has stopped|Cannot use a pool/.test(
      message,
    ),
  );
}

function causes(error: unknown): string[] {
  const messages: string[] = [];
  for (let cause: unknown = error; cause instanceof Error; cause = cause.cause) messages.push(cause.message);
  return messages;
}

/** The innermost message of an error: Drizzle's own only repeats the query, and one of several attempts says nothing. */
export function causeText(error: unknown): string {
  let cause = error;
  while (cause instanceof Error && cause.cause instanceof Error) cause = cause.cause;
  if (cause instanceof AggregateError && cause.errors.length > 0) return causeText(cause.errors[0]);
  return cause instanceof Error ? cause.message : String(cause);
}
