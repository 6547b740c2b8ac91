import { fetchOutside } from "./outside/fetch-outside";
import type { Network } from "./outside/network";
import { decodeHtml } from "./page/decode-html";
import { PICTURE_TYPES, pictureType } from "./page/picture-type";
import { type Page, readPage } from "./page/read-page";

/** A page's head lies within this, bytes; the rest is not read. */
export const PAGE_BYTES = 512_000;
export const PICTURE_BYTES = 5_000_000;

const PAGE = { types: ["text/html", "application/xhtml+xml"], mostBytes: PAGE_BYTES, isCut: true };
const PICTURE = { types: PICTURE_TYPES, mostBytes: PICTURE_BYTES, isCut: false };

export interface Picture {
  type: string;
  extension: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/** What the page at an address says of itself; null when it does not say. Throws as `fetchOutside`. */
export async function loadPage(url: URL, network: Network): Promise<Page | null> {
  const found = await fetchOutside(url, PAGE, network);
  return readPage(decodeHtml(found.body, found.charset), found.url);
}

/** The picture at an address; null when its bytes are none, whatever its answer says. Throws as `fetchOutside`. */
export async function loadPicture(url: URL, network: Network): Promise<Picture | null> {
  const { body } = await fetchOutside(url, PICTURE, network);
  const type = pictureType(body);
  return type === null ? null : { ...type, bytes: new Uint8Array(body) };
}
