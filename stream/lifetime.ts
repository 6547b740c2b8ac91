import { getHub } from "./hub";

/**
 * Ends every stream of this process after a whole frame, takes no more of them, and closes LISTEN.
 * The first thing to do on SIGTERM: an open stream keeps an http server alive. Safe to call twice.
 */
export function closeAllStreams(): Promise<void> {
  return getHub().shutDown();
}
