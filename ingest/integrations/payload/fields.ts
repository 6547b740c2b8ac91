import { isJsonObject } from "@/activity/json";
import { byteLength } from "@/activity/text";
import { cutLine, cutText } from "./clean-text";

const NAME_BYTES = 512;
const URL_BYTES = 2_048;

/** Reads a part of an untrusted payload and never throws: what is missing, blank or of another kind is null. Paths are dotted. */
export class Fields {
  constructor(readonly value: unknown) {}

  /** The part at a path, whatever it is; the empty path is this part itself. */
  at(path: string): Fields {
    if (path === "") return this;
    let value = this.value;
    for (const key of path.split("."))
      value = isJsonObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
    return new Fields(value);
  }

  /** The first of these paths that holds a text or number: one line, at most 512 bytes. */
  text(...paths: string[]): string | null {
    for (const path of paths) {
      const { value } = this.at(path);
      const text = typeof value === "number" && Number.isFinite(value) ? String(value) : value;
      const line = typeof text === "string" ? cutLine(text, NAME_BYTES) : null;
      if (line !== null) return line;
    }
    return null;
  }

  /** The day of an ISO time, `2026-11-23`. */
  day(path: string): string | null {
    const { value } = this.at(path);
    return typeof value === "string" ? (/^\d{4}-\d{2}-\d{2}(?=T|$)/.exec(value)?.[0] ?? null) : null;
  }

  /** A text with its line breaks, at most `maxBytes` bytes. */
  body(path: string, maxBytes: number): string | null {
    const { value } = this.at(path);
    const text = typeof value === "string" ? cutText(value, maxBytes) : "";
    return text.trim() === "" ? null : text;
  }

  /** A whole number that JavaScript holds exactly, not below zero. */
  count(path: string): number | null {
    const { value } = this.at(path);
    return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : null;
  }

  /** True only for `true`. */
  flag(path: string): boolean {
    return this.at(path).value === true;
  }

  /** The first of these paths that holds a link a browser can open. */
  url(...paths: string[]): string | null {
    for (const path of paths) {
      const { value } = this.at(path);
      if (typeof value !== "string" || byteLength(value) > URL_BYTES || !URL.canParse(value)) continue;
      const { protocol, href } = new URL(value);
      if ((protocol === "https:" || protocol === "http:") && byteLength(href) <= URL_BYTES) return href;
    }
    return null;
  }

  /** The first `limit` parts of a list. */
  list(path: string, limit: number): Fields[] {
    const { value } = this.at(path);
    return Array.isArray(value) ? value.slice(0, limit).map((item) => new Fields(item)) : [];
  }

  /** How many parts a list has. */
  length(path: string): number {
    const { value } = this.at(path);
    return Array.isArray(value) ? value.length : 0;
  }

  /** True when there is an object at the path. */
  has(path: string): boolean {
    return isJsonObject(this.at(path).value);
  }

  /** Names of the object fields here, in the order they were sent. */
  objectKeys(): string[] {
    const { value } = this;
    return isJsonObject(value) ? Object.keys(value).filter((key) => isJsonObject(value[key])) : [];
  }
}
