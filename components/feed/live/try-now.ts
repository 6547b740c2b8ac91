const impatient = new Set<() => void>();

/** Has `act` called whenever the reader does not want to wait; gives what ends that. */
export function onTryNow(act: () => void): () => void {
  impatient.add(act);
  return () => impatient.delete(act);
}

/** Has everything of the page that waits for the server try again at once. */
export function tryNow(): void {
  for (const act of impatient) act();
}
