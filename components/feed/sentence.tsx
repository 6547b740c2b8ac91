import type { Activity } from "@/activity/activity";
import { Marked, MarkedName, useHits } from "./highlight/hits";
import { safeUrl } from "./list/facts";
import { splitSentence } from "./list/split-sentence";

/** An activity's sentence with its actor bold and its entity linked: to its own page, else to the activity's. */
export function Sentence({ activity, permalink }: { activity: Activity; permalink: string }) {
  const url = safeUrl(activity.entityUrl);
  const hits = useHits(activity.message);
  let at = 0;
  return splitSentence(activity.message, activity.actorName, activity.entityName).map(({ kind, text }) => {
    const key = at;
    at += text.length;
    const within = { hits, at: key };
    if (kind === "text")
      return (
        <span key={key}>
          <Marked text={text} within={within} />
        </span>
      );
    if (kind === "actor") {
      return (
        <b key={key} className="font-semibold text-ink">
          <MarkedName text={text} within={within} />
        </b>
      );
    }
    return url === null ? (
      <a key={key} href={permalink} data-permalink className="font-medium text-ink hover:underline">
        <MarkedName text={text} within={within} />
      </a>
    ) : (
      <a
        key={key}
        href={url}
        target="_blank"
        rel="noopener noreferrer"
        className="font-medium text-ink hover:underline"
      >
        <MarkedName text={text} within={within} />
      </a>
    );
  });
}
