"use client";
import useSWR from "swr";
import { z } from "zod";
import { callApi } from "../../account/call-api";

const keptAnswer = z.object({ body: z.string().nullable() });

function pretty(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}

/** What the newest delivery carried, to see where things stand in it. `id`: its line of the log; null when there is none. */
export function NewestPayload({ path, id }: { path: string; id: string | null }) {
  const { data } = useSWR(id === null ? null : `${path}/deliveries/${id}`, async (key: string) => {
    const { value } = await callApi("GET", key, undefined, keptAnswer);
    return value?.body ?? null;
  });
  if (id === null)
    return <p className="text-[13px] text-soft">Once a delivery has come, what it carried is shown here.</p>;
  if (data === undefined || data === null) return null;
  return (
    <details className="text-[13px]" open>
      <summary className="cursor-pointer text-soft hover:text-ink">What the newest delivery carried</summary>
      <pre
        dir="ltr"
        className="mt-2 max-h-80 overflow-auto rounded-[9px] bg-hover p-3 font-mono text-[12px] leading-[1.6]"
      >
        {pretty(data)}
      </pre>
    </details>
  );
}
