import { cutLine, cutText } from "../payload/clean-text";
import { BODY_BYTES } from "../payload/draft";
import type { Fields } from "../payload/fields";

/** Slack's own limit of a message is 40,000 characters; what lies beyond ours is not looked at. */
const MAX_CHARACTERS = 20_000;
/** A text that fits on the line of its sentence. */
const EXCERPT_CHARACTERS = 120;

/** What stands between angle brackets: a mention `@U1|ada`, a channel `#C1|general`, a command `!here`, a link `https://x|label`. */
function reference(inner: string): string {
  const bar = inner.indexOf("|");
  const [target, label] = bar < 0 ? [inner, ""] : [inner.slice(0, bar), inner.slice(bar + 1)];
  const marked = (sign: string) => {
    const name = label === "" ? target.slice(1) : label;
    return name.startsWith(sign) ? name : `${sign}${name}`;
  };
  if (target.startsWith("@")) return marked("@");
  if (target.startsWith("#")) return marked("#");
  if (target.startsWith("!date^")) return label;
  if (target.startsWith("!"))
    return label === "" ? `@${target.slice(1).split("^", 1)[0]}` : marked("@").replace("@@", "@");
  return label === "" ? target.replace(/^mailto:/, "") : label;
}

/** Slack's markup as plain text: mentions, channels and links by their labels, escapes undone. Emphasis stays as people typed it. */
export function plainText(markup: string): string {
  return markup
    .slice(0, MAX_CHARACTERS)
    .replace(/<([@#!][^<>\n]*|[a-z][a-z0-9+.-]*:[^<>\n]*)>/gi, (_, inner: string) => reference(inner))
    .replace(/&(lt|gt|amp);/g, (_, name: string) => (name === "lt" ? "<" : name === "gt" ? ">" : "&"));
}

function textAt(fields: Fields, path: string): string | null {
  const { value } = fields.at(path);
  return typeof value === "string" && value.trim() !== "" ? plainText(value) : null;
}

/** What a message says: its text, else that of its blocks or of what is attached to it. */
export function messageText(message: Fields): string | null {
  const blocks = message.list("blocks", 20).flatMap((block) => textAt(block, "text.text") ?? []);
  const [attached] = message
    .list("attachments", 5)
    .flatMap((one) => ["fallback", "text", "pretext", "title"].flatMap((key) => textAt(one, key) ?? []));
  return textAt(message, "text") ?? (blocks.length > 0 ? blocks.join("\n") : (attached ?? null));
}

/** A text as metadata: whole, and once more when it is short enough to stand in its sentence. */
export function said(text: string | null): { body?: string; excerpt?: string } {
  const body = cutText(text ?? "", BODY_BYTES).trim();
  const excerpt = body.length <= EXCERPT_CHARACTERS && !body.includes("\n") ? cutLine(body, BODY_BYTES) : null;
  return { ...(body === "" ? {} : { body }), ...(excerpt === null ? {} : { excerpt }) };
}
