"use client";
import { useRouter } from "next/navigation";
import type { FormEvent } from "react";
import { callApi } from "../../account/call-api";
import { useCall } from "../../account/use-call";
import { Button } from "../../ui/button";
import { Spinner } from "../../ui/spinner";
import { publicFeedAnswer } from "../answers";
import { FeedFields, type FeedSettings, readFeedFields } from "./feed-fields";

interface EditFeedProps {
  team: string;
  /** Of the feed, in the API. */
  path: string;
  feed: FeedSettings;
  onClose: () => void;
}

/** Changes a public feed in the place of its row. */
export function EditFeed({ team, path, feed, onClose }: EditFeedProps) {
  const router = useRouter();
  const { fault, isPending, run } = useCall();
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if ((await run(callApi("PUT", path, readFeedFields(event.currentTarget), publicFeedAnswer))) === null) return;
    onClose();
    router.refresh();
  };
  return (
    <li className="p-4">
      <form onSubmit={submit} aria-label={`Edit ${feed.name}`} className="animate-appear">
        <FeedFields team={team} feed={feed} fault={fault} />
        <div className="mt-4 flex gap-2">
          <Button type="submit" look="primary" className="h-8 px-3" disabled={isPending}>
            {isPending ? <Spinner /> : null}
            Save
          </Button>
          <Button className="h-8 px-3" onClick={onClose} disabled={isPending}>
            Cancel
          </Button>
        </div>
      </form>
    </li>
  );
}
