import { STREAM_EVENTS } from "@/activity/wire";
import { isEnded, watchSession } from "../../session/session-state";
import { reloadPage } from "../../ui/leaving";
import { goToSignIn, requestPageNow } from "../request";
import { browserClock } from "./browser-clock";
import type { Environment, SourceListener, TabEvent } from "./environment";
import { type OpenChannel, takeSeat } from "./slots";
import { onTryNow } from "./try-now";

function openSource(path: string, listener: SourceListener): () => void {
  const source = new EventSource(path);
  for (const name of STREAM_EVENTS)
    source.addEventListener(name, (event) => listener.onMessage(name, event.lastEventId, String(event.data)));
  source.addEventListener("error", () => listener.onError(source.readyState === EventSource.CLOSED));
  return () => source.close();
}

function watchTab(listener: (event: TabEvent) => void): () => void {
  const ended = new AbortController();
  const { signal } = ended;
  const sayVisibility = () => listener(document.visibilityState === "visible" ? "shown" : "hidden");
  document.addEventListener("visibilitychange", sayVisibility, { signal });
  window.addEventListener("online", () => listener("online"), { signal });
  window.addEventListener("pagehide", () => listener("left"), { signal });
  // Back from the back-forward cache.
  window.addEventListener("pageshow", sayVisibility, { signal });
  const endTryNow = onTryNow(() => listener("tryNow"));
  const unwatchSession = watchSession(() => isEnded() || listener("signedIn"));
  return () => {
    ended.abort();
    endTryNow();
    unwatchSession();
  };
}

const openChannel: OpenChannel = (hear) => {
  const channel = new BroadcastChannel("las-streams");
  channel.onmessage = ({ data }) => hear(String(data));
  return { say: (message) => channel.postMessage(message), close: () => channel.close() };
};

/** The browser as the stream's client sees it. */
export const browserEnvironment: Environment = {
  ...browserClock,
  openSource,
  readPage: requestPageNow,
  isVisible: () => document.visibilityState === "visible",
  watchTab,
  takeSeat: (listener) => takeSeat(listener, browserClock, navigator.locks, openChannel),
  signIn: goToSignIn,
  leave: reloadPage,
};
