import type { Activity } from "@/activity/activity";

const TELLS = /^team\.activity_(un)?pinned$/;

/** The newest seq of a list that tells of a pin, or that corrects one of the `pinned` ids; 0 for none. Once it is another, the pins are as well. */
export function pinNews(items: readonly Activity[], pinned: ReadonlySet<string>): number {
  return items.reduce((newest, { seq, eventType, supersedes }) => {
    const isNews = TELLS.test(eventType) || (supersedes !== undefined && pinned.has(supersedes));
    return isNews ? Math.max(newest, seq) : newest;
  }, 0);
}
