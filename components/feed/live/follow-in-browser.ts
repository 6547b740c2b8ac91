import { browserEnvironment } from "./browser-environment";
import { followStream, type StreamOptions } from "./follow-stream";

/** {@link followStream} in this browser. */
export function followInBrowser(options: StreamOptions): () => void {
  return followStream(options, browserEnvironment);
}
