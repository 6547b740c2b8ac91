/**
 * The path to open after signing in: what was asked for when it lies on our own host, else `/`.
 * Takes a path or an absolute address (next-auth turns the one into the other). API paths and the sign-in pages
 * themselves also become `/`. Never returns anything a browser could read as another host.
 */
export function safeCallbackPath(asked: string | null | undefined, host: string | null): string {
  const base = `http://${host ?? "localhost"}`;
  if (!asked || !URL.canParse(base) || !URL.canParse(asked, base)) return "/";
  const url = new URL(asked, base);
  const isWeb = url.protocol === "http:" || url.protocol === "https:";
  if (!isWeb || url.host !== new URL(base).host || url.username !== "" || url.password !== "") return "/";
  // `/.//evil.example` resolves to our host with the path `//evil.example`, which a browser would take for a host.
  if (url.pathname.startsWith("//")) return "/";
  if (/^\/(api|sign-in|setup|reset)(\/|$)/.test(url.pathname)) return "/";
  return `${url.pathname}${url.search}${url.hash}`;
}
