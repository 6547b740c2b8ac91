"use client";
import { useState } from "react";
import useSWR from "swr";
import { type DeliveryPage, deliveryPageSchema } from "@/activity/delivery";

/** How often the log looks for new lines while its page is seen, milliseconds. */
const LOOK_MS = 2_000;
const PAGE = 50;
const MOST = 200;

async function readPage(path: string): Promise<DeliveryPage> {
  const answer = await fetch(path, { headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error(`The log could not be read (${answer.status}).`);
  return deliveryPageSchema.parse(await answer.json());
}

/** An integration's delivery log, live. */
export interface Deliveries {
  page: DeliveryPage;
  fault: string | null;
  /** Looks at once. */
  look(): void;
  /** Shows more lines; null when all that can be are shown. */
  showMore: (() => void) | null;
}

/** Follows the log of the integration at `path`, of the API, beginning with what the page was made with. */
export function useDeliveries(path: string, first: DeliveryPage): Deliveries {
  const [limit, setLimit] = useState(PAGE);
  const { data, error, mutate } = useSWR<DeliveryPage, Error>(`${path}/deliveries?limit=${limit}`, readPage, {
    fallbackData: first,
    refreshInterval: LOOK_MS,
    keepPreviousData: true,
  });
  const page = data ?? first;
  return {
    page,
    fault: error?.message ?? null,
    look: () => void mutate(),
    showMore: page.nextCursor !== null && limit < MOST ? () => setLimit(MOST) : null,
  };
}
