import type { Activity } from "@/activity/activity";
import { hitsIn, markHits, markName, useHitFinder } from "./highlight/hits";
import { safeUrl } from "./list/facts";
import { splitSentence } from "./list/split-sentence";

/** An activity's sentence with its actor bold and its entity linked: to its own page, else to the activity's. */
export function Sentence({ activity, permalink }: { activity: Activity; permalink: string }) {
  const url = safeUrl(activity.entityUrl);
  const find = useHitFinder();
  const hits = hitsIn(activity.message, find);
  let at = 0;
  return splitSentence(activity.message, activity.actorName, activity.entityName).map(({ kind, text }) => {
    const key = at;
    at += text.length;
    if (kind === "text") return <span key={key}>{markHits(text, hits, key)}</span>;
    const name = <bdi key={key}>{markName(text, find, { hits, at: key })}</bdi>;
    if (kind === "actor") {
      return (
        <b key={key} className="font-semibold text-ink">
          {name}
        </b>
      );
    }
    return url === null ? (
      <a key={key} href={permalink} data-permalink className="font-medium text-ink hover:underline">
        {name}
      </a>
    ) : (
      <a
        key={key}
        href={url}
        target="_blank"
        rel="noopener noreferrer"
        className="font-medium text-ink hover:underline"
      >
        {name}
      </a>
    );
  });
}
