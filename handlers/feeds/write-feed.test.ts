import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Activity } from "@/activity/activity";
import { ACTIVITY_EXAMPLE } from "../openapi/examples";
import { type FeedHead, writeAtom, writeJsonFeed } from "./write-feed";

const head: FeedHead = {
  title: "A & B <i>",
  home: "https://activity.example/p/a/b",
  atom: "https://activity.example/p/a/b/feed.atom",
  json: "https://activity.example/p/a/b/feed.json",
  since: new Date("2026-01-01T00:00:00Z"),
};
const activityWith = (changes: Partial<Activity>): Activity => ({
  ...(ACTIVITY_EXAMPLE as Activity),
  ...changes,
});
const entry = (changes: Partial<Activity>) => ({ activity: activityWith(changes), link: `${head.home}#1` });

const HOSTILE = [
  "<script>alert(1)</script>",
  "]]>a]]><entry><title>forged</title></entry>",
  '"><img src=x onerror=alert(1)>',
  "&lt;b&gt; &amp; &#x3c;",
  "bell \u0007, escape \u001b, \ufffe and \u{1F600}",
  "\u202eright to left",
];

describe("Atom", () => {
  it("has the feed's own addresses, and each activity with its time", () => {
    const text = writeAtom(head, [entry({})]);
    expect(text).toContain('<feed xmlns="http://www.w3.org/2005/Atom">');
    expect(text).toContain('<link rel="self" href="https://activity.example/p/a/b/feed.atom"/>');
    expect(text).toContain("<id>urn:uuid:019ab0f5-8a93-7c3e-9d51-0c2f6f1b7a10</id>");
    expect(text).toContain("<published>2026-11-23T09:41:07.123Z</published>");
    expect(text).toContain('<a href="https://tracker.example/42"');
    expect(text).toContain("<title>A &amp; B &lt;i&gt;</title>");
  });

  it.each(HOSTILE)(
    "shows %j as text: it adds no element, ends no section and holds nothing that XML cannot",
    (text) => {
      const written = writeAtom(head, [entry({ message: text, actorName: text, entityName: text })]);
      const plain = writeAtom(head, [entry({ message: "a", actorName: "a", entityName: "a" })]);
      // Outside of CDATA sections every < begins an element: as many as without the text.
      const elements = (xml: string) => xml.replace(/<!\[CDATA\[.*?\]\]>/gs, "").match(/</g)?.length;
      expect(elements(written)).toBe(elements(plain));
      const sections = written.match(/<!\[CDATA\[(.*?)\]\]>/gs) ?? [];
      expect(
        sections.join("").replaceAll(/<!\[CDATA\[|\]\]>|<\/?p>|<a href="[^"]*" rel="[^"]*">|<\/a>/g, ""),
      ).not.toMatch(/[<>]/);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
      expect(written).not.toMatch(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/);
    },
  );

  it("links to web and mail addresses only", () => {
    for (const entityUrl of ["javascript:alert(1)", "data:text/html,x", "not an address"]) {
      expect(writeAtom(head, [entry({ entityUrl })])).not.toContain("<a href");
    }
  });

  it("of no activities is as old as its settings", () => {
    expect(writeAtom(head, [])).toContain("<updated>2026-01-01T00:00:00.000Z</updated>");
  });
});

describe("JSON Feed", () => {
  it.each(HOSTILE)("carries %j as it is in its title and escaped in its HTML", (text) => {
    const written: unknown = JSON.parse(writeJsonFeed(head, [entry({ message: text })]));
    const { items } = z
      .object({ items: z.array(z.object({ title: z.string(), content_html: z.string() })) })
      .parse(written);
    expect(items[0]?.title).toBe(text);
    expect(items[0]?.content_html.replaceAll(/<\/?p>|<a [^>]*>|<\/a>/g, "")).not.toMatch(/[<>]/);
  });
});
