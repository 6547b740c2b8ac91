import type { Activity } from "@/activity/activity";
import { hitsIn, markHits, markName, useHitFinder } from "./highlight/hits";
import { entityLink } from "./list/facts";
import { splitSentence } from "./list/split-sentence";

/** An activity's sentence with its actor bold and its entity linked: to its own page, else to the activity's. */
export function Sentence({ activity, permalink }: { activity: Activity; permalink: string }) {
  const find = useHitFinder();
  const hits = hitsIn(activity.message, find);
  let at = 0;
  return splitSentence(activity.message, activity.actorName, activity.entityName).map(({ kind, text }) => {
    const key = at;
    at += text.length;
    if (kind === "text") return markHits(text, hits, key);
    const name = markName(text, find, { hits, at: key });
    // As in a `<bdi>`: `dir` isolates.
    if (kind === "actor") {
      return (
        <b key={key} dir="auto">
          {name}
        </b>
      );
    }
    return (
      <a key={key} dir="auto" {...entityLink(activity, permalink)}>
        {name}
      </a>
    );
  });
}
