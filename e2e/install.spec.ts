import { expect, test } from "./support/fixtures";

/** The width that a PNG file says it has. */
const widthOf = (png: Buffer) => png.readUInt32BE(16);

test("the feed can be installed: every page names a manifest, whose icons are as large as it says", async ({
  page,
  account,
}) => {
  const { origin } = account.server;
  await page.goto(`${origin}/sign-in`);
  const address = await page.locator('link[rel="manifest"]').getAttribute("href");
  const answer = await page.request.get(new URL(address ?? "", origin).href);
  expect(answer.headers()["content-type"]).toContain("application/manifest+json");
  const manifest: { display: string; start_url: string; icons: { src: string; sizes: string }[] } = await answer.json();
  expect(manifest).toMatchObject({ display: "standalone", start_url: "/" });
  const touch = await page.locator('link[rel="apple-touch-icon"]').getAttribute("href");
  const icons = [...manifest.icons, { src: touch ?? "", sizes: "180x180" }];
  expect(icons.length).toBe(4);
  for (const { src, sizes } of icons) {
    const icon = await page.request.get(new URL(src, origin).href);
    expect(`${widthOf(await icon.body())}x${widthOf(await icon.body())}`, src).toBe(sizes);
  }
});
