import { LRUCache } from "lru-cache";
import { RateLimiterMemory } from "rate-limiter-flexible";
import { FairGate } from "@/ingest/fair-gate";
import { countAgainst } from "@/ingest/rate-limit";
import { log } from "@/log";
import { loadPage, loadPicture, type Picture } from "./load-page";
import { INTERNET, type Network } from "./outside/network";
import type { Page } from "./page/read-page";

/** How long what was found is believed, and how long that there is nothing; milliseconds. */
const FOUND_MS = 6 * 60 * 60_000;
const NOTHING_MS = 10 * 60_000;
/** What is kept of pages, by number, and of pictures, by bytes. */
const MOST_PAGES = 2_000;
const MOST_PICTURE_BYTES = 32_000_000;
/** Fetches of one process and of one team at once, and those of a team that may wait. */
export const MOST_AT_ONCE = 8;
export const MOST_OF_TEAM = 4;
const MOST_WAITING = 32;
/** Fetches of one person; what is kept costs none. */
export const FETCHES_PER_MINUTE = 60;
const TOO_MANY = `At most ${FETCHES_PER_MINUTE} pages and pictures a minute are fetched for a person`;
const TOO_BUSY = "This team asks for more previews than can be fetched";

/** For whom something is fetched. */
export interface Asker {
  teamId: string;
  userId: string;
}

/** What is known of an address: what was found, or that there is nothing. */
interface Kept<T> {
  found: T | null;
}
type Load<T> = (url: URL, network: Network) => Promise<T | null>;

/**
 * Pages and pictures as they were found, in memory and bounded, the least asked for forgotten first. Kept by team, so that none can
 * tell from an answer's time what another has looked at. Whoever asks at the same time shares one fetch.
 */
export class Previews {
  private readonly members = new RateLimiterMemory({ points: FETCHES_PER_MINUTE, duration: 60 });
  private readonly gate = new FairGate(MOST_AT_ONCE, MOST_WAITING, TOO_BUSY);
  private readonly teams = new LRUCache<string, FairGate>({
    max: 1_000,
    memoMethod: () => new FairGate(MOST_OF_TEAM, MOST_WAITING, TOO_BUSY),
  });
  private readonly pages = new LRUCache<string, Kept<Page>, Asker>({
    max: MOST_PAGES,
    ...this.fetching(loadPage),
  });
  private readonly pictures = new LRUCache<string, Kept<Picture>, Asker>({
    maxSize: MOST_PICTURE_BYTES,
    sizeCalculation: ({ found }) => 1_000 + (found?.bytes.byteLength ?? 0),
    ...this.fetching(loadPicture),
  });

  constructor(private readonly network: Network = INTERNET) {}

  /** What the page at an address says of itself; null for nothing, for whatever reason. Throws `too_many_requests`. */
  async page(asker: Asker, url: string): Promise<Page | null> {
    return (await this.pages.fetch(keyOf(asker, url), { context: asker }))?.found ?? null;
  }

  /** The picture at an address, as {@link page}. */
  async picture(asker: Asker, url: string): Promise<Picture | null> {
    return (await this.pictures.fetch(keyOf(asker, url), { context: asker }))?.found ?? null;
  }

  /** How a cache finds what it does not have. Refusals of limits are thrown and not kept. */
  private fetching<T>(load: Load<T>) {
    return {
      ttl: FOUND_MS,
      // What is pushed out while it is on its way is still for who asked.
      ignoreFetchAbort: true,
      fetchMethod: async (
        key: string,
        _stale: Kept<T> | undefined,
        { options, context }: LRUCache.FetcherOptions<string, Kept<T>, Asker>,
      ): Promise<Kept<T>> => {
        const url = new URL(key.slice(key.indexOf(" ") + 1));
        const found = await this.inTurn(context, () => this.try(load, url));
        if (found === null) options.ttl = NOTHING_MS;
        return { found };
      },
    };
  }

  private async inTurn<T>({ teamId, userId }: Asker, work: () => Promise<T>): Promise<T> {
    await countAgainst(this.members, userId, TOO_MANY);
    return await this.teams.memo(teamId).run(teamId, () => this.gate.run(teamId, work));
  }

  /** A stranger's page that cannot be had is nothing to show, and nothing that went wrong here. */
  private async try<T>(load: Load<T>, url: URL): Promise<T | null> {
    try {
      return await load(url, this.network);
    } catch (error) {
      log.debug({ err: error, host: url.host }, "a link has no preview");
      return null;
    }
  }
}

function keyOf({ teamId }: Asker, url: string): string {
  return `${teamId} ${url}`;
}

const KEY = Symbol.for("las.previews");
const globals = globalThis as { [KEY]?: Previews };

/** This process's previews, from the internet. */
export function previewsOfInternet(): Previews {
  globals[KEY] ??= new Previews();
  return globals[KEY];
}
