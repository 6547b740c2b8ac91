"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { callApi } from "../../account/call-api";
import { useCall } from "../../account/use-call";
import { Button } from "../../ui/button";
import { CodeBlock } from "../../ui/code-block";
import { Spinner } from "../../ui/spinner";
import { type PublicFeedAnswer, publicFeedAnswer } from "../answers";
import { ShownOnce } from "../shown-once";
import { FeedFields, readFeedFields } from "./feed-fields";

/** Makes a view of the team public. */
export function PublishFeed({ team }: { team: string }) {
  const router = useRouter();
  const [made, setMade] = useState<PublicFeedAnswer | null>(null);
  const { fault, isPending, run } = useCall();

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const feed = await run(callApi("POST", `/api/teams/${team}/feeds`, readFeedFields(form), publicFeedAnswer));
    if (feed === null) return;
    setMade(feed);
    form.reset();
    router.refresh();
  };

  return (
    <>
      {made === null ? null : (
        <ShownOnce
          title={
            <>
              “<bdi>{made.name}</bdi>” is public
            </>
          }
          onClose={() => setMade(null)}
        >
          <p className="mb-2 text-soft">Anybody who has this address can read it, and search engines may find it.</p>
          <CodeBlock text={made.url} label="address" />
        </ShownOnce>
      )}
      <form onSubmit={submit} className="needs-script mb-5 rounded-xl border border-line bg-panel p-4 sm:px-[18px]">
        <h2 className="mb-3 font-semibold">Publish a feed</h2>
        <FeedFields team={team} fault={fault} />
        <Button type="submit" look="primary" className="mt-4 h-8 px-3" disabled={isPending}>
          {isPending ? <Spinner /> : null}
          Make public
        </Button>
      </form>
    </>
  );
}
