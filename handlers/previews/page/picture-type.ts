/** How files of these types begin, their first bytes in hexadecimal. A drawing (SVG) is a document, which may run scripts: none of them. */
const BEGINNINGS: readonly { type: string; extension: string; pattern: RegExp }[] = [
  { type: "image/png", extension: "png", pattern: /^89504e470d0a1a0a/ },
  { type: "image/jpeg", extension: "jpg", pattern: /^ffd8ff/ },
  { type: "image/gif", extension: "gif", pattern: /^474946383[79]61/ },
  { type: "image/webp", extension: "webp", pattern: /^52494646.{8}57454250/ },
  { type: "image/avif", extension: "avif", pattern: /^.{8}66747970617669(?:66|73)/ },
];
const LONGEST = 12;

/** The media types of pictures that are passed on. */
export const PICTURE_TYPES: readonly string[] = BEGINNINGS.map(({ type }) => type);

/** What a picture is by its first bytes, whatever it was called; null for anything else. */
export function pictureType(bytes: Buffer): { type: string; extension: string } | null {
  const start = bytes.subarray(0, LONGEST).toString("hex");
  const found = BEGINNINGS.find(({ pattern }) => pattern.test(start));
  return found === undefined ? null : { type: found.type, extension: found.extension };
}
