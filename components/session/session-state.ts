// Whether the reader's session goes on. Calls wait here for a new one, so that whatever was under way goes on by itself.
type Listener = () => void;

let hasEnded = false;
let gates = 0;
const readers = new Set<Listener>();
const waiting = new Set<Listener>();

function tell(): void {
  for (const reader of [...readers]) reader();
}

/** Says that the server no longer knows the reader. False where nothing on the page asks them to sign in again. */
export function sayEnded(): boolean {
  if (gates === 0) return false;
  if (!hasEnded) {
    hasEnded = true;
    tell();
  }
  return true;
}

/** Says that the reader is signed in again: everything that waited goes on. */
export function sayRenewed(): void {
  if (!hasEnded) return;
  hasEnded = false;
  tell();
  for (const go of [...waiting]) go();
}

/** True while the session is known to have ended. */
export function isEnded(): boolean {
  return hasEnded;
}

/** Calls `reader` when the session ends and when there is a new one, until the returned function is called. */
export function watchSession(reader: Listener): () => void {
  readers.add(reader);
  return () => readers.delete(reader);
}

/** The page has something that asks the reader to sign in, until the returned function is called. */
export function openGate(): () => void {
  gates += 1;
  return () => {
    gates -= 1;
    if (gates > 0) return;
    hasEnded = false;
    for (const go of [...waiting]) go();
  };
}

/** Waits until the reader has signed in again; false when nothing asks them to, or `signal` fires first. */
export function untilSignedIn(signal?: AbortSignal | null): Promise<boolean> {
  if (signal?.aborted || !sayEnded()) return Promise.resolve(false);
  return new Promise((done) => {
    const end = (isSignedIn: boolean) => {
      waiting.delete(go);
      signal?.removeEventListener("abort", giveUp);
      done(isSignedIn);
    };
    const go = () => end(gates > 0);
    const giveUp = () => end(false);
    waiting.add(go);
    signal?.addEventListener("abort", giveUp);
  });
}
