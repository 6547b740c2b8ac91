import { type QueryWithTypings, SQL } from "drizzle-orm";

/**
 * A statement whose text never changes (`$1`, `$2`, …), with its values: for the hot paths, because a `sql` template of
 * thirty parameters is put together anew on every call, which takes longer than all else about it.
 */
export class FixedStatement extends SQL {
  constructor(
    private readonly text: string,
    private readonly values: unknown[],
  ) {
    super([]);
  }

  override toQuery(): QueryWithTypings {
    return { sql: this.text, params: this.values };
  }
}
