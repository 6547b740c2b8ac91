import * as v from "valibot";

const account = v.object({ id: v.string() });

/** The id of who is signed in in this browser; null for nobody, undefined when the server does not say. */
export async function readReader(): Promise<string | null | undefined> {
  const answer = await fetch("/api/account", { cache: "no-store" }).catch(() => null);
  if (answer?.status === 401) return null;
  if (!answer?.ok) return undefined;
  const read = v.safeParse(account, await answer.json().catch(() => null));
  return read.success ? read.output.id : undefined;
}
