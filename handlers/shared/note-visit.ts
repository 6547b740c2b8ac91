import { createHash } from "node:crypto";
import type { Executor } from "@/db/drivers/driver";
import { countOpening } from "@/db/queries/links/count-opening";
import type { SharedLink } from "@/db/queries/links/find-link";
import { log } from "@/log";

/** Pages that somebody opens within this time of their last are one visit, milliseconds. */
const VISIT_MS = 1_800_000;
const MOST_KEPT = 10_000;

const KEY = Symbol.for("las.visits");
const globals = globalThis as { [KEY]?: Map<string, number> };

/** Counts an opened page of a link, each visit once on this server. Who the visitor is, is kept nowhere. Never throws. */
export async function noteVisit(
  db: Executor,
  link: Pick<SharedLink, "id" | "team">,
  headers: Pick<Headers, "get">,
): Promise<void> {
  globals[KEY] ??= new Map();
  const visits = globals[KEY];
  const who = [headers.get("x-forwarded-for"), headers.get("user-agent"), headers.get("accept-language")].join("\n");
  const visit = createHash("sha256").update(`${link.id}\n${who}`).digest("base64");
  const now = performance.now();
  const last = visits.get(visit);
  visits.delete(visit);
  visits.set(visit, now);
  const [oldest] = visits.keys();
  if (visits.size > MOST_KEPT && oldest !== undefined) visits.delete(oldest);
  if (last !== undefined && now - last < VISIT_MS) return;
  await countOpening(db, link.team.id, link.id).catch((err: unknown) =>
    log.warn({ err }, "a visit of a shared link could not be counted"),
  );
}
