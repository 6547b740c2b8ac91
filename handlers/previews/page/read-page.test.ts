import { describe, expect, it } from "vitest";
import { decodeHtml } from "./decode-html";
import { PICTURE_TYPES, pictureType } from "./picture-type";
import { readPage } from "./read-page";

const AT = new URL("https://www.news.example/2026/feed");
const read = (html: string) => readPage(html, AT);

describe("a page", () => {
  it("is told by what it says for the purpose", () => {
    const html = `<!doctype html><html><head><title>Feed – News</title><meta name="description" content="Plain">
      <meta property="og:title" content="A feed &amp; more"><meta property="og:description" content="All of\n it">
      <meta property="og:site_name" content="News"><meta property="og:image" content="/a.png"></head><body>`;
    expect(read(html)).toEqual({
      host: "news.example",
      site: "News",
      title: "A feed & more",
      description: "All of it",
      pictureUrl: "https://www.news.example/a.png",
    });
  });

  it("falls back to X's words, then to HTML's own", () => {
    const plain = `<title> A <b>\n feed </title><META NAME="Description" CONTENT="Plain">`;
    expect(read(plain)).toMatchObject({ title: "A <b> feed", description: "Plain", site: null, pictureUrl: null });
    const cards = `${plain}<meta name="twitter:title" content="Card"><meta name="twitter:image" content="b.png">`;
    expect(read(cards)).toMatchObject({ title: "Card", pictureUrl: "https://www.news.example/2026/b.png" });
  });

  it("has the title of its head, not of a drawing, a comment, a script or later", () => {
    const html = `<svg><title>Logo</title></svg><!-- <title>no</title> --><script>"<title>no</title>"</script>
      <meta name="title" content="no"><title></title><title>Yes</title><title>Late</title>`;
    expect(read(html)?.title).toBe("Yes");
  });

  it.each([
    "",
    "<p>Words",
    "<title> \u200b\u00a0</title>",
    "<meta property=og:description content=x>",
    "\u0000\u0001",
    "<title",
  ])("that says no title is none: %j", (html) => expect(read(html)).toBeNull());

  it.each(["javascript:alert(1)", "data:image/png;base64,x", "file:///etc/passwd", "http://", `/${"x".repeat(3_000)}`])(
    "has no picture at %s",
    (url) => expect(read(`<title>x</title><meta property="og:image" content="${url}">`)?.pictureUrl).toBeNull(),
  );

  it("keeps hostile words as they are, on one line and short", () => {
    const script = `<script>alert("ran")</script>`;
    const title = (text: string) => read(`<meta property="og:title" content='${text}'>`)?.title;
    expect(title(script)).toBe(script);
    expect(title("an\u202eevil\u2067txt.exe")).toBe("an\u202eevil\u2067txt.exe");
    expect(title("a\n\r\t\u0000\u0007b")).toBe("a b");
    expect(Buffer.byteLength(title("\u{1F469}\u200D\u{1F4BB}".repeat(5_000)) ?? "")).toBeLessThanOrEqual(300);
  });

  it("takes no time, however it was meant to take long", () => {
    const start = performance.now();
    const parts = [
      "<",
      "<meta ",
      "<title>",
      "<svg>",
      "<table><td>",
      "<!--",
      "&amp;",
      "&#x",
      "<a b=",
      "</p>",
      "<meta charset",
    ];
    for (const part of parts) {
      const body = Buffer.from(part.repeat(512_000 / part.length));
      readPage(decodeHtml(body, null), AT);
    }
    expect(performance.now() - start).toBeLessThan(parts.length * 1_000);
  });
});

describe("the encoding of a page", () => {
  const LATIN = Buffer.from("<meta charset=windows-1251>\xcf\xf0\xe8\xe2\xe5\xf2", "latin1");
  it.each<[string, Buffer, string | null, string]>([
    ["its content type", Buffer.from("\xcf\xf0\xe8\xe2\xe5\xf2", "latin1"), "windows-1251", "Привет"],
    ["its meta", LATIN, null, "Привет"],
    ["its meta, when the type names none that there is", LATIN, "x-none", "Привет"],
    [
      "its meta of old",
      Buffer.from(`<meta http-equiv="x" content="text/html; charset=big5">\xa4\xa4`, "latin1"),
      null,
      "中",
    ],
    ["its byte order mark", Buffer.from("\ufeffПривет", "utf16le"), "utf-8", "Привет"],
    ["nothing", Buffer.from("Привет"), null, "Привет"],
    ["nothing, with bytes that are none of its", Buffer.from([0x61, 0xff]), null, "a\ufffd"],
  ])("is known by %s", (_what, body, charset, text) => expect(decodeHtml(body, charset)).toContain(text));
});

describe("a picture", () => {
  it.each([
    ["image/png", "89504e470d0a1a0a0000000d49484452"],
    ["image/jpeg", "ffd8ffe000104a4649460001"],
    ["image/gif", "474946383961010001008000"],
    ["image/webp", "524946462400000057454250"],
    ["image/avif", "0000001c6674797061766966"],
  ])("is known by its first bytes: %s", (type, hex) => {
    expect(pictureType(Buffer.from(hex, "hex"))?.type).toBe(type);
    expect(PICTURE_TYPES).toContain(type);
  });

  it.each([
    `<svg xmlns="http://www.w3.org/2000/svg"/>`,
    "<?xml version='1.0'?><svg/>",
    "<!doctype html>",
    "GIF",
    "%PDF-1.7",
    "",
    "BM",
    "RIFF0000WAVE",
  ])("is nothing that begins with %j", (text) => expect(pictureType(Buffer.from(text))).toBeNull());
});
