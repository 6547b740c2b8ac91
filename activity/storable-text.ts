import { z } from "zod";
import { isLonger, unstorable } from "./text";

/** A text Postgres holds byte for byte, not empty, at most `maxBytes` bytes of UTF-8. */
export function storableText(maxBytes: number, options: { allowEmpty?: boolean } = {}): z.ZodString {
  const text = z.string().check((ctx) => {
    const fault =
      ctx.value === "" && !options.allowEmpty
        ? "must not be empty"
        : (unstorable(ctx.value) ?? (isLonger(ctx.value, maxBytes) ? `must be at most ${maxBytes} bytes` : null));
    if (fault !== null) ctx.issues.push({ code: "custom", message: fault, input: ctx.value });
  });
  // For JSON Schema, which counts characters and not bytes: no text that is taken breaks these.
  return text.meta(options.allowEmpty ? { maxLength: maxBytes } : { minLength: 1, maxLength: maxBytes });
}
