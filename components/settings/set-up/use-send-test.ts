"use client";
import { useState } from "react";
import { type DeliveryLine, deliverySchema } from "@/activity/delivery";
import { callApi, type Fault } from "../../account/call-api";
import { useCall } from "../../account/use-call";

/** A button that sends a test, and what came of it. */
export interface SendTest {
  fault: Fault | null;
  isPending: boolean;
  /** The last test's line of the log. */
  sent: DeliveryLine | null;
  send(): Promise<void>;
}

/** Sends tests to the integration at `path`, of the API; `onSent` is called after each. */
export function useSendTest(path: string, onSent: () => void): SendTest {
  const { fault, isPending, run } = useCall();
  const [sent, setSent] = useState<DeliveryLine | null>(null);
  const send = async () => {
    const line = await run(callApi("POST", `${path}/test`, undefined, deliverySchema));
    if (line === null) return;
    setSent(line);
    onSent();
  };
  return { fault, isPending, sent, send };
}
