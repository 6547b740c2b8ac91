"use client";
import { useEffect, useState } from "react";
import { takeNewKey } from "../account/new-key";
import { Spinner } from "../ui/spinner";
import { Step } from "../ui/step";
import { useHydrated } from "../ui/use-hydrated";
import { KeyStep } from "./key-step";
import { PostStep } from "./post-step";
import { SampleButton } from "./sample-button";

/** The team nothing has happened in, and the address the server believes it is reached at. */
export interface FirstEventProps {
  team: { slug: string; name: string };
  /** Webhooks are sent below it, and snippets use it until a script knows better; default `http://localhost:3000`. */
  origin?: string;
  /** Who the first event says did it; default "You". */
  actorName?: string;
}

/** An empty feed's card: a key, a request to paste, and the wait for what it brings. The feed takes its place when an event arrives. */
export function FirstEvent({ team, origin = "http://localhost:3000", actorName = "You" }: FirstEventProps) {
  const [key, setKey] = useState<string | null>(null);
  const isHydrated = useHydrated();
  useEffect(() => {
    const made = takeNewKey(team.slug);
    if (made !== null) setKey(made);
  }, [team.slug]);
  const input = { origin: isHydrated ? location.origin : origin, team: team.slug, key, actorName };
  return (
    <section aria-labelledby="first-event" className="mx-auto w-full max-w-[860px] px-4 py-6 md:px-8 md:py-7">
      <h2 id="first-event" className="font-semibold text-[20px] leading-tight tracking-[-0.01em]">
        Nothing has happened yet
      </h2>
      <p className="mt-1 mb-5 text-soft">Post your first event and watch it arrive here.</p>
      <div className="mb-4 rounded-xl border border-line bg-panel p-4 sm:px-[18px]">
        <ol className="grid gap-5">
          <KeyStep team={team.slug} apiKey={key} onKey={setKey} />
          <PostStep input={input} serverOrigin={origin} />
          <Step number={3} title="See it arrive">
            <p className="needs-script flex items-center gap-2.5 text-soft">
              <Spinner className="size-3.5 text-accent" />
              Waiting for the first event…
            </p>
            <noscript>
              <p className="text-soft">Load this page again after you have posted it.</p>
            </noscript>
          </Step>
        </ol>
      </div>
      <SampleButton />
    </section>
  );
}
