import { Marked } from "./highlight/hits";

const MENTION = /((?<![\p{L}\p{N}_])@[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?)/u;

/** The words of a comment with its @mentions in the accent colour. */
export function Quote({ text }: { text: string }) {
  let at = 0;
  return text.split(MENTION).map((part, index) => {
    const key = at;
    at += part.length;
    // split puts what the group caught at the odd places.
    return index % 2 === 0 ? (
      <Marked key={key} text={part} />
    ) : (
      <span key={key} className="text-accent">
        <Marked text={part} />
      </span>
    );
  });
}
