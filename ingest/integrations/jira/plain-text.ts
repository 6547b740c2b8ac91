import { isJsonObject } from "@/activity/json";
import { cutText } from "../payload/clean-text";
import { BODY_BYTES } from "../payload/draft";
import { Fields } from "../payload/fields";

const MAX_NODES = 5_000;
const MAX_CHARACTERS = 20_000;

/** Nodes of a document that begin on a line of their own. */
const BLOCKS = new Set(
  "paragraph heading blockquote codeBlock rule panel listItem tableRow mediaSingle mediaGroup taskItem decisionItem expand blockCard".split(
    " ",
  ),
);

/** What a node says by its attributes. */
function leafText(type: unknown, attrs: Fields): string {
  switch (type) {
    case "mention":
      return `@${attrs.text("text")?.replace(/^@/, "") ?? "someone"}`;
    case "emoji":
      return attrs.text("text", "shortName") ?? "";
    case "hardBreak":
      return "\n";
    case "date":
      return dateText(attrs);
    default:
      return attrs.text("text", "url", "alt") ?? "";
  }
}

function dateText(attrs: Fields): string {
  const at = Number(attrs.text("timestamp") ?? Number.NaN);
  return at >= 0 && at < 8e15 ? new Date(at).toISOString().slice(0, 10) : "";
}

/** The text of an Atlassian document. Walks with its own stack: a body may be nested deeper than ours can call. */
function documentText(document: Fields): string {
  let text = "";
  const stack: unknown[] = [document.value];
  for (let seen = 0; stack.length > 0 && seen < MAX_NODES && text.length < MAX_CHARACTERS; seen += 1) {
    const node = stack.pop();
    if (!isJsonObject(node)) continue;
    const { type, content } = node;
    if (typeof type === "string" && BLOCKS.has(type) && text !== "" && !text.endsWith("\n")) text += "\n";
    if (type === "text") text += typeof node.text === "string" ? node.text : "";
    else text += leafText(type, new Fields(node.attrs));
    if (Array.isArray(content)) stack.push(...content.slice(0, MAX_NODES).reverse());
  }
  return text;
}

/** Jira's wiki markup as plain text: mentions, links and images by their names, without macros. Emphasis stays as people typed it. */
export function wikiText(markup: string): string {
  return markup
    .slice(0, MAX_CHARACTERS)
    .replace(/\r\n?/g, "\n")
    .replace(/\{(?:code|noformat|quote|panel|color|anchor)(?::[^{}\n]*)?\}/g, "")
    .replace(/\{\{([^{}\n]*)\}\}/g, "$1")
    .replace(/\[~(?:accountid:)?([^[\]|\n]+)\]/g, (whole: string, name: string) =>
      whole.startsWith("[~accountid:") ? "@someone" : `@${name}`,
    )
    .replace(/\[([^[\]|\n]+)\|([^[\]\n]+)\]/g, "$1")
    .replace(/\[((?:https?|mailto):[^[\]|\n]+)\]/g, "$1")
    .replace(/!([^!\s|]+\.[a-z0-9]{2,5})(?:\|[^!\n]*)?!/gi, "($1)")
    .replace(/^(?:h[1-6]|bq)\. +/gm, "")
    .trim();
}

/** A comment or description, which is wiki markup or, from newer interfaces, a document; null when it says nothing. */
export function bodyText(fields: Fields, path: string): string | null {
  const part = fields.at(path);
  const text = typeof part.value === "string" ? wikiText(part.value) : documentText(part).trim();
  const cut = cutText(text, BODY_BYTES);
  return cut.trim() === "" ? null : cut;
}
