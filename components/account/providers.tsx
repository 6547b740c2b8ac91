"use client";
import { signIn } from "next-auth/react";
import { useState } from "react";
import { Button } from "../ui/button";
import { Spinner } from "../ui/spinner";

/** A way to sign in elsewhere. */
export interface ProviderLink {
  id: string;
  name: string;
}

/** Buttons that sign in elsewhere and come back to `callbackPath`. */
export function Providers({ providers, callbackPath }: { providers: ProviderLink[]; callbackPath: string }) {
  const [pending, setPending] = useState<string | null>(null);
  if (providers.length === 0) return null;
  const leave = (id: string) => {
    setPending(id);
    signIn(id, { callbackUrl: callbackPath }).catch(() => setPending(null));
  };
  return (
    <div className="needs-script mt-4 grid gap-2 border-line border-t pt-4">
      {providers.map(({ id, name }) => (
        <Button key={id} className="h-9 w-full" disabled={pending !== null} onClick={() => leave(id)}>
          {pending === id ? <Spinner /> : null}
          <span className="truncate">
            Continue with <bdi>{name}</bdi>
          </span>
        </Button>
      ))}
    </div>
  );
}
