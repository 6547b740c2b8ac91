/**
 * Where a visitor is sent after signing in or out: `target` when it is an address of `origin`, with its path, query and
 * fragment; else `origin` itself. A path that begins with two slashes is refused too: used alone it would name another host.
 */
export function ownUrl(target: unknown, origin: string): string {
  if (typeof target !== "string" || !URL.canParse(target, origin)) return origin;
  const url = new URL(target, origin);
  const isOurs = url.origin === new URL(origin).origin && !url.pathname.startsWith("//") && url.username === "";
  return isOurs ? `${url.origin}${url.pathname}${url.search}${url.hash}` : origin;
}
