import { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { getDatabase } from "@/db/client";
import { nextAuthOptions } from "./next-auth-options";
import { ownUrl } from "./own-url";
import { getAuthSecret } from "./secret";

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

/** The origin the visitor's browser used, from the headers next-auth itself goes by; null when they name none. */
function visitedOrigin(request: NextRequest): string | null {
  const host = request.headers.get("x-forwarded-host") ?? request.headers.get("host") ?? "";
  const scheme = request.headers.get("x-forwarded-proto") === "http" ? "http" : "https";
  const origin = `${scheme}://${host}`;
  return URL.canParse(origin) && new URL(origin).host === host.toLowerCase() ? origin : null;
}

/**
 * next-auth behind a guard for what it would answer with a 500, or should not take at all: bodies that are too large or
 * malformed, addresses of other sites to return to, and entries for our log from strangers.
 */
export async function handleAuthRequest(
  request: NextRequest,
  context: { params: Promise<{ nextauth: string[] }> },
): Promise<Response> {
  const origin = visitedOrigin(request);
  if (origin === null) return refuse(400, "The Host header is not usable.");
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
  return await NextAuth(guarded, context, nextAuthOptions(db, getAuthSecret()));
}
