import { Parser } from "htmlparser2";
import { cutLine } from "@/ingest/integrations/payload/clean-text";

/** What a page says of itself, each one line. */
export interface Page {
  host: string;
  site: string | null;
  title: string;
  description: string | null;
  /** Where its picture is; not looked at yet. */
  pictureUrl: string | null;
}

/** Bytes of UTF-8. */
const LONGEST = { site: 100, title: 300, description: 500 };
const LONGEST_ADDRESS = 2_048;

/** Names under which pages say the same, the first that says something counts (ogp.me; X's cards; HTML). */
const NAMES = {
  title: ["og:title", "twitter:title", "title"],
  description: ["og:description", "twitter:description", "description"],
  site: ["og:site_name", "application-name"],
  picture: ["og:image:secure_url", "og:image", "og:image:url", "twitter:image", "twitter:image:src"],
};
const WANTED: ReadonlySet<string> = new Set(Object.values(NAMES).flat());

/** What is read at once, characters, and the elements after which nothing more is: the parser's work grows by the square of those open. */
const PIECE = 8_192;
const MOST_ELEMENTS = 3_000;

/** The texts of a page by the names under which it says them, and `title`; of the same name the first. */
function readSaid(html: string): Map<string, string> {
  const said = new Map<string, string>();
  const note = (name: string, text: string) => {
    // "title" is the page's own; a <meta> of that name is none.
    if (WANTED.has(name) && !said.has(name) && text.trim() !== "") said.set(name, text);
  };
  let title: string | null = null;
  let drawings = 0;
  let elements = 0;
  const parser = new Parser({
    onopentag(tag, { property, name, content = "" }) {
      elements += 1;
      if (tag === "svg") drawings += 1;
      // A drawing has titles, too.
      if (tag === "title" && drawings === 0) title = "";
      const called = (property ?? name ?? "").trim().toLowerCase();
      if (tag === "meta" && called !== "title") note(called, content);
    },
    ontext(text) {
      if (title !== null) title += text;
    },
    onclosetag(tag) {
      if (tag === "svg") drawings -= 1;
      if (tag !== "title" || title === null) return;
      note("title", title);
      title = null;
    },
  });
  for (let at = 0; at < html.length && elements < MOST_ELEMENTS; at += PIECE) parser.write(html.slice(at, at + PIECE));
  parser.end();
  return said;
}

/** A web address that a page names, seen from where it stands. */
function addressFrom(text: string | undefined, page: URL): string | null {
  if (text === undefined || !URL.canParse(text.trim(), page.href)) return null;
  const { protocol, href } = new URL(text.trim(), page);
  return /^https?:$/.test(protocol) && href.length <= LONGEST_ADDRESS ? href : null;
}

/** What a page is called and shows, by what it says for that purpose; null when it says no title. `url` is where it was found. */
export function readPage(html: string, url: URL): Page | null {
  const said = readSaid(html);
  const first = (names: readonly string[]) => names.map((name) => said.get(name)).find((text) => text !== undefined);
  const line = (what: keyof typeof LONGEST) => cutLine(first(NAMES[what]) ?? "", LONGEST[what]);
  const title = line("title");
  if (title === null) return null;
  const description = line("description");
  return {
    host: url.host.replace(/^www\./, ""),
    site: line("site"),
    title,
    description: description === title ? null : description,
    pictureUrl: addressFrom(first(NAMES.picture), url),
  };
}
