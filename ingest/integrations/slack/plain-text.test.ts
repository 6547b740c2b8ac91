import { expect, it } from "vitest";
import { Fields } from "../payload/fields";
import { messageText, plainText, said } from "./plain-text";

// After docs.slack.dev/messaging/formatting-message-text: "Advanced formatting", "Escaping text".
it.each([
  ["Hey <@U012AB3CD>, thanks", "Hey @U012AB3CD, thanks"],
  ["<@U012AB3CD|ada>", "@ada"],
  ["Why not join <#C024BE7LR>?", "Why not join #C024BE7LR?"],
  ["<#C024BE7LR|general> <#C024BE7LR|>", "#general #C024BE7LR"],
  ["Hey <!subteam^SAZ94GDB8>, <!subteam^SAZ94GDB8|@devs>", "Hey @subteam, @devs"],
  ["<!here> <!channel|channel> <!everyone>", "@here @channel @everyone"],
  ["<!date^1392734382^Posted {date_num}|Posted 2014-02-18>", "Posted 2014-02-18"],
  ["See <https://example.com/a?b=1&amp;c=2>", "See https://example.com/a?b=1&c=2"],
  ["See <https://example.com|our site>", "See our site"],
  ["<mailto:bob@example.com|Email Bob> <mailto:bob@example.com>", "Email Bob bob@example.com"],
  ["1 &lt; 2 &amp;&amp; 3 &gt; 2, &amp;lt;", "1 < 2 && 3 > 2, &lt;"],
  ["a < b and c > d", "a < b and c > d"],
  ["*bold* _it_ `x_y_z`", "*bold* _it_ `x_y_z`"],
  ["<<@U1>>", "<@U1>"],
  ["<> <b>", "<> <b>"],
])("%s", (markup, plain) => {
  expect(plainText(markup)).toBe(plain);
});

it("takes time that grows with the text alone", () => {
  const before = performance.now();
  for (const text of ["<", "<@", "<!date^", "&amp", "<a|", "<aaaa", "<a:"]) plainText(text.repeat(100_000));
  expect(performance.now() - before).toBeLessThan(1_000);
});

it("stands in the sentence where it is one short line", () => {
  expect(said("  Done ")).toEqual({ body: "Done", excerpt: "Done" });
  for (const long of ["a\nb", "x".repeat(121)]) expect(said(long)).toEqual({ body: long });
  for (const none of [null, "", " \n"]) expect(said(none)).toEqual({});
});

it("is what blocks or attachments say when a message has no text of its own", () => {
  const text = (message: object) => messageText(new Fields(message));
  const blocks = [
    { type: "header", text: { text: "Deployed" } },
    { text: { text: "<https://x.test|web>" } },
    { type: "divider" },
  ];
  expect(text({ text: " ", blocks })).toBe("Deployed\nweb");
  expect(text({ attachments: [{ color: "#fff" }, { title: "Build 7" }] })).toBe("Build 7");
  expect(text({ text: 7, blocks: "x", attachments: [null] })).toBeNull();
});
