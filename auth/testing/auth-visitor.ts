import NextAuth from "next-auth";
import { expect } from "vitest";
import { z } from "zod";
import type { Db } from "@/db/drivers/driver";
import { nextAuthOptions } from "../session/next-auth-options";

export const SECRET = "a secret of tests only";
export const HOST = "feed.example:3000";
const DEVICE = { ip: "192.0.2.1", userAgent: "A browser of tests" };

/** A browser that talks to next-auth, through the door next-auth has for tests without Next: plain request and response objects. */
export class AuthVisitor {
  readonly cookies: Record<string, string> = {};

  /** Every Set-Cookie line, in order. */
  readonly cookieLines: string[] = [];

  constructor(
    private readonly db: Db,
    private readonly scheme: "http" | "https" = "http",
  ) {}

  async call(method: string, path: string[], fields: Record<string, string> = {}) {
    const answer: { status: number; location: string; body?: unknown } = { status: 200, location: "" };
    const request = {
      method,
      query: { nextauth: path, ...(method === "GET" ? fields : {}) },
      body: method === "POST" ? fields : undefined,
      cookies: { ...this.cookies },
      headers: { host: HOST, "x-forwarded-proto": this.scheme, "x-forwarded-for": "192.0.2.1" },
    };
    const end = (body?: unknown) => {
      answer.body = body;
    };
    const response = {
      status: (status: number) => {
        answer.status = status;
        return response;
      },
      getHeader: () => undefined,
      setHeader: (name: string, value: string | string[]) => {
        if (name === "Location" && typeof value === "string") answer.location = value;
        if (name === "Set-Cookie") for (const cookie of [value].flat()) this.keep(cookie);
        return response;
      },
      json: end,
      send: end,
      end,
    };
    await NextAuth(
      nextAuthOptions(this.db, SECRET, { device: DEVICE, cookie: this.header, isSecure: this.scheme === "https" }),
    )(request, response);
    return answer;
  }

  async signIn(email: string, password: string, callbackUrl = "/acme") {
    const csrfToken = await this.csrfToken();
    return await this.call("POST", ["callback", "credentials"], { csrfToken, email, password, callbackUrl });
  }

  /** Signs in by the token of a mailed link. */
  async signInByLink(token: string, callbackUrl = "/acme") {
    return await this.call("POST", ["callback", "link"], { csrfToken: await this.csrfToken(), token, callbackUrl });
  }

  async csrfToken(): Promise<string> {
    const { body } = await this.call("GET", ["csrf"]);
    return z.object({ csrfToken: z.string() }).parse(body).csrfToken;
  }

  get header(): string {
    return Object.entries(this.cookies)
      .map(([name, value]) => `${name}=${value}`)
      .join("; ");
  }

  private keep(cookie: string): void {
    this.cookieLines.push(cookie);
    const [pair = "", ...attributes] = cookie.split("; ");
    const name = pair.slice(0, pair.indexOf("="));
    if (name.endsWith("session-token") && pair.length > name.length + 1) {
      expect(attributes).toEqual(expect.arrayContaining(["HttpOnly", "SameSite=Lax", "Path=/"]));
    }
    if (attributes.includes("Max-Age=0")) delete this.cookies[name];
    else this.cookies[name] = decodeURIComponent(pair.slice(name.length + 1));
  }
}
