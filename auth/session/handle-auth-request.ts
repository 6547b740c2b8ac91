import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { getDatabase } from "@/db/client";
import { env } from "@/env";
import { getAuthSecret } from "../secret";
import { deviceOf } from "./device-of";
import { nextAuthOptions } from "./next-auth-options";
import { ownUrl } from "./own-url";

/** A sign-in form is a few hundred bytes. */
const MAX_BODY = 16_384;

/** next-auth takes the body's fields for strings without looking: whatever else was sent is left out. */
function stringFields(text: string, contentType: string): URLSearchParams | null {
  if (!contentType.includes("application/json")) return new URLSearchParams(text);
  try {
    const value: unknown = JSON.parse(text);
    const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
    return new URLSearchParams(entries.flatMap(([name, field]) => (typeof field === "string" ? [[name, field]] : [])));
  } catch {
    return null;
  }
}

function refuse(status: number, detail: string): Response {
  return new Response(detail, { status, headers: { "content-type": "text/plain; charset=utf-8" } });
}

/** Our own origin as next-auth finds it: NEXTAUTH_URL, else what the visitor's browser used; null when the headers name none. */
function ownOrigin(request: NextRequest): string | null {
  if (env.NEXTAUTH_URL !== undefined) return new URL(env.NEXTAUTH_URL).origin;
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host") ?? "";
  const scheme = request.headers.get("x-forwarded-proto") === "http" ? "http" : "https";
  const origin = `${scheme}://${host}`;
  return URL.canParse(origin) && new URL(origin).host === host.toLowerCase() ? origin : null;
}

const CALLBACK_COOKIES = ["next-auth.callback-url", "__Host-next-auth.callback-url"];

/** next-auth answers every call with a 500 while its own cookie holds no web address: such a cookie is removed instead. */
function dropBrokenCookies(request: NextRequest): Response | null {
  const isBroken = (name: string) => {
    const value = request.cookies.get(name)?.value;
    return value !== undefined && !(URL.canParse(value) && new URL(value).protocol.startsWith("http"));
  };
  const broken = CALLBACK_COOKIES.filter(isBroken);
  if (broken.length === 0) return null;
  const response = refuse(400, "A cookie was not usable and has been removed; try again.");
  for (const name of broken) {
    const secure = name.startsWith("__Host-") ? "; Secure" : "";
    response.headers.append("set-cookie", `${name}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax${secure}`);
  }
  return response;
}

/**
 * next-auth behind a guard for what it would answer with a 500, or should not take at all: bodies that are too large or
 * malformed, addresses of other sites to return to, and entries for our log from strangers.
 */
export async function handleAuthRequest(
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  const origin = ownOrigin(request);
  if (origin === null) return refuse(400, "The Host header is not usable.");
  const refusal = dropBrokenCookies(request);
  if (refusal !== null) return refusal;
  const { nextauth } = await context.params;
  if (nextauth[0] === "_log") return new Response(null, { status: 204 });

  const url = request.nextUrl.clone();
  const callbackUrl = url.searchParams.get("callbackUrl");
  if (callbackUrl !== null) url.searchParams.set("callbackUrl", ownUrl(callbackUrl, origin));

  const headers = new Headers(request.headers);
  let body: string | null = null;
  if (request.method === "POST") {
    if (Number(headers.get("content-length") ?? 0) > MAX_BODY) return refuse(413, "The body is too large.");
    const text = await request.text();
    if (text.length > MAX_BODY) return refuse(413, "The body is too large.");
    const fields = stringFields(text, headers.get("content-type") ?? "");
    if (fields === null) return refuse(400, "The body is not valid JSON.");
    headers.set("content-type", "application/x-www-form-urlencoded");
    headers.delete("content-length");
    body = fields.toString();
  }
  const { db } = await getDatabase();
  const guarded = new NextRequest(url, { method: request.method, headers, body });
  const visitor = {
    device: deviceOf(request.headers),
    cookie: request.headers.get("cookie"),
    isSecure: origin.startsWith("https:"),
  };
  return await NextAuth(guarded, context, nextAuthOptions(db, getAuthSecret(), visitor));
}
