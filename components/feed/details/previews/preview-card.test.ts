import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, it } from "vitest";
import type { LinkPreview } from "@/activity/link-preview";
import { PreviewCard } from "./preview-card";

const PREVIEW: LinkPreview = {
  n: 0,
  url: "https://page.example/?a=1&b=2",
  host: "page.example",
  site: null,
  title: "A page",
  description: null,
  imageUrl: null,
};
const draw = (fields: Partial<LinkPreview>) =>
  renderToStaticMarkup(createElement(PreviewCard, { preview: { ...PREVIEW, ...fields } }));

it("shows a page's words as text, whatever they are", () => {
  const hostile = `"><script>alert("ran")</script><img src=x onerror=alert(1)>`;
  const html = draw({ title: hostile, description: hostile, site: hostile });
  expect(html).not.toMatch(/<script|<img/);
  expect(html.match(/&lt;script&gt;/g)).toHaveLength(3);
  // What turns the text around ends within its own element.
  expect(draw({ title: "an\u2069\u202eevil\u2067txt.exe" })).toContain(">an\u202eevil\u2067txt.exe\u2069</b>");
});

it("says where it leads, whatever the page calls itself", () => {
  expect(draw({ site: "GitHub", host: "evil.example" })).toContain("evil.example · GitHub");
  expect(draw({ site: "Page.example" })).toContain("<bdi>page.example</bdi>");
});

it("leads to the page without an opener or a referrer, and asks only this server for its picture", () => {
  const html = draw({ imageUrl: "/api/teams/acme/activities/1/previews/0/image" });
  expect(html).toContain('href="https://page.example/?a=1&amp;b=2" target="_blank" rel="noopener noreferrer"');
  expect(html.match(/src="[^"]*"/g)).toEqual(['src="/api/teams/acme/activities/1/previews/0/image"']);
});
