/** How far into a page its encoding may be said (HTML, section 4.2.5.4). */
const HEAD_BYTES = 1_024;
const META = /<meta[^>]{0,200}?\bcharset\s*=\s*["']?\s*([\w.:-]+)/i;

function decoderFor(label: string | null | undefined): TextDecoder | null {
  try {
    return label ? new TextDecoder(label) : null;
  } catch {
    // No browser knows this encoding either.
    return null;
  }
}

/** A page's text: by its byte order mark, its content type, its `<meta>`, else as UTF-8. What its encoding does not have becomes U+FFFD. */
export function decodeHtml(body: Buffer, charset: string | null): string {
  const mark =
    body[0] === 0xff && body[1] === 0xfe ? "utf-16le" : body[0] === 0xfe && body[1] === 0xff ? "utf-16be" : null;
  const said = META.exec(body.subarray(0, HEAD_BYTES).toString("latin1"))?.[1];
  const decoder = decoderFor(mark) ?? decoderFor(charset) ?? decoderFor(said) ?? new TextDecoder();
  return decoder.decode(body);
}
