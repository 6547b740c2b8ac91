import { Marked } from "./highlight/hits";
import { splitMentions } from "./posts/shown-mentions";

const MENTION = /((?<![\p{L}\p{N}_])@[\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?)/u;
const NOBODY: readonly { name: string }[] = [];

/** A text in pieces, every other a mention: of the people who are known to be in it, else of whatever follows an @. */
function pieces(text: string, people: readonly { name: string }[]): { text: string; isMention: boolean }[] {
  if (people.length > 0) {
    return splitMentions(text, people).map((piece) => ({ text: piece.text, isMention: piece.person !== null }));
  }
  // split puts what the group caught at the odd places.
  return text.split(MENTION).map((piece, index) => ({ text: piece, isMention: index % 2 === 1 }));
}

/** The words of a comment with its @mentions in the accent colour. `people`: whom it is known to mention, by whole names. */
export function Quote({ text, people = NOBODY }: { text: string; people?: readonly { name: string }[] }) {
  let at = 0;
  return pieces(text, people).map(({ text: piece, isMention }) => {
    const key = at;
    at += piece.length;
    return isMention ? (
      <span key={key} className="text-accent">
        <Marked text={piece} />
      </span>
    ) : (
      <Marked key={key} text={piece} />
    );
  });
}
