"use client";
import { useEffect, useState } from "react";
import { z } from "zod";
import { callApi, type Fault } from "../../account/call-api";
import { useCall } from "../../account/use-call";
import { forgetSecret, handedSecret } from "./fresh-secret";

const rotatedAnswer = z.object({ secret: z.string() });

/** An integration's secret as far as its page may know it. */
export interface Secret {
  /** In clear, when it was made since this page was loaded. */
  shown: string | null;
  /** Whether there is one at all. */
  isSet: boolean;
  fault: Fault | null;
  isPending: boolean;
  /** Sets the given secret, or makes a new one; the one before it counts for a day more. False when it was refused. */
  renew(given?: string): Promise<boolean>;
}

/** The secret of the integration at `path`, of the API. */
export function useSecret(path: string, integrationId: string, wasSet: boolean): Secret {
  const { fault, isPending, run } = useCall();
  const [shown, setShown] = useState(() => handedSecret(integrationId));
  const [isSet, setIsSet] = useState(wasSet);
  useEffect(() => () => forgetSecret(integrationId), [integrationId]);
  const renew = async (given?: string) => {
    const answer = await run(
      callApi("POST", `${path}/rotate`, given === undefined ? {} : { secret: given }, rotatedAnswer),
    );
    if (answer === null) return false;
    setIsSet(true);
    setShown(given === undefined ? answer.secret : null);
    return true;
  };
  return { shown, isSet, fault, isPending, renew };
}
