// Reading, by a shared link: its one filter, as of its moment or as of now, without what its profile hides.
import type { ActivityPage } from "@/activity/activity";
import type { Cursor } from "@/activity/cursor";
import { parseFilter } from "@/activity/filter";
import { ShortCache } from "@/auth/access/short-cache";
import type { Driver } from "@/db/drivers/driver";
import { countNewer, type Newer } from "@/db/queries/links/count-newer";
import type { SharedLink } from "@/db/queries/links/find-link";
import { listMoment } from "@/db/queries/links/list-moment";
import { listPage } from "@/stream/newest/list-page";
import { redact } from "./redaction";

const KEY = Symbol.for("las.newer-of-links");
const globals = globalThis as { [KEY]?: ShortCache<Newer> };

/** What came since a link's moment; at most a second old, so that many visitors are one count. */
export async function countNewerOf(driver: Driver, link: SharedLink): Promise<Newer> {
  globals[KEY] ??= new ShortCache();
  return await globals[KEY].get(link.id, () =>
    countNewer(driver.db, link.team.id, link.headSeq, parseFilter(new URLSearchParams(link.filter))),
  );
}

/** What is read of a shared link. */
export interface SharedRead {
  /** An older one; absent: from the top. */
  cursor?: Cursor | undefined;
  limit?: number | undefined;
  /** As of now, in the place of the link's moment. */
  isLive: boolean;
}

/** One page of a shared link's feed, older ones by `nextCursor`. */
export async function readShared(driver: Driver, link: SharedLink, read: SharedRead): Promise<ActivityPage> {
  const options = {
    filter: parseFilter(new URLSearchParams(link.filter)),
    cursor: read.cursor,
    limit: read.limit,
  };
  const page = read.isLive
    ? await listPage(driver, link.team, options)
    : await listMoment(driver, link.team, link, options);
  return { ...page, items: [...(await redact(driver.db, link, page.items))], prevCursor: null };
}
