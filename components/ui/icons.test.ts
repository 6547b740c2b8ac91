import * as lucide from "lucide-react";
import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { NAMED } from "./icon";
import * as shapes from "./icons";

const toKey = (name: string) => name.replace(/(^|-)(\w)/g, (_, _dash, letter: string) => letter.toUpperCase());

/** One icon as a symbol of the sprite. Its strokes and sizes are those of whoever shows it. */
function symbolOf(name: string): string {
  const drawing = (lucide as Record<string, unknown>)[toKey(name)] as lucide.LucideIcon | undefined;
  if (drawing === undefined) throw new Error(`lucide has no icon ${name}`);
  const inner = renderToStaticMarkup(createElement(drawing)).replace(/^<svg[^>]*>|<\/svg>$/g, "");
  return `<symbol id="${name}" viewBox="0 0 24 24">${inner.replace(/><\/\w+>/g, "/>")}</symbol>\n`;
}

test("the sprite holds every icon that is used, as lucide draws it (after a change of the names: vitest run components/ui/icons.test.ts --update)", async () => {
  const names = [...new Set([...NAMED, ...Object.values(shapes).map(({ iconName }) => iconName)])].sort();
  const sprite = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" aria-hidden="true">\n${names.map(symbolOf).join("")}</svg>\n`;
  await expect(sprite).toMatchFileSnapshot("icons.svg");
});
