"use client";
import { useRouter } from "next/navigation";
import { useOptimistic, useState, useTransition } from "react";
import { callApi } from "../../account/call-api";
import { Button } from "../../ui/button";
import { Confirm } from "../../ui/confirm";
import { CopyButton } from "../../ui/copy-button";
import { Notice } from "../../ui/notice";
import { emptyAnswer, publicFeedAnswer } from "../answers";
import { Moment } from "../moment";
import { Row, RowList } from "../row-list";

/** A public feed as the list shows it; the time is ISO 8601, the address absolute. */
interface PublicFeedRow {
  id: string;
  name: string;
  /** As query parameters; "" lets everything through. */
  filter: string;
  url: string;
  isOn: boolean;
  hidesNames: boolean;
  hidesMetadata: boolean;
  createdAt: string;
}

interface ListProps {
  team: string;
  feeds: PublicFeedRow[];
  /** Admins. */
  canChange: boolean;
}

/** A team's public feeds, each with its address and the buttons that switch it off or delete it. */
export function PublicFeedList({ team, feeds, canChange }: ListProps) {
  return (
    <RowList
      label="Public feeds"
      rows={feeds.map((feed) => <FeedRow key={feed.id} team={team} feed={feed} canChange={canChange} />)}
      empty="Nothing is public."
    />
  );
}

function FeedRow({ team, feed, canChange }: { team: string; feed: PublicFeedRow; canChange: boolean }) {
  const { id, name, filter, url, createdAt } = feed;
  const router = useRouter();
  const path = `/api/teams/${team}/feeds/${id}`;
  const [isOn, setOn] = useOptimistic(feed.isOn);
  const [isPending, start] = useTransition();
  const [fault, setFault] = useState<string | null>(null);
  const turn = () =>
    start(async () => {
      setOn(!isOn);
      const outcome = await callApi("PUT", path, { isOn: !isOn }, publicFeedAnswer);
      setFault(outcome.fault?.message ?? null);
      router.refresh();
    });
  const remove = async () => {
    const outcome = await callApi("DELETE", path, undefined, emptyAnswer);
    if (outcome.fault !== null && outcome.fault.status !== 404) return outcome.fault.message;
    router.refresh();
    return null;
  };
  return (
    <Row
      name={
        <>
          {isOn ? (
            <a href={url} target="_blank" rel="noopener" className="hover:underline">
              <bdi>{name}</bdi>
            </a>
          ) : (
            <bdi className="text-soft">{name}</bdi>
          )}
          <span className={`ml-2 text-[12px] ${isOn ? "text-live" : "text-faint"}`}>{isOn ? "Public" : "Off"}</span>
        </>
      }
      facts={
        <>
          <span>
            Since <Moment at={createdAt} />
          </span>
          {feed.hidesNames ? <span>Names hidden</span> : null}
          {feed.hidesMetadata && !feed.hidesNames ? <span>Details hidden</span> : null}
          <code dir="ltr" className="w-full break-all font-mono text-[12px]">
            {url}
          </code>
          <code dir="ltr" className="w-full break-all font-mono text-[12px]">
            {filter === "" ? "everything" : decoded(filter)}
          </code>
          <Notice className="w-full">{fault}</Notice>
        </>
      }
      action={
        <div className="flex shrink-0 flex-col gap-2 sm:flex-row">
          <CopyButton text={url} label={`address of ${name}`} />
          {canChange && (
            <>
              <Button className="needs-script" onClick={turn} disabled={isPending}>
                {isOn ? "Switch off" : "Switch on"}
                <span className="sr-only"> {name}</span>
              </Button>
              <Confirm
                trigger={
                  <Button look="danger" className="needs-script">
                    Delete<span className="sr-only"> {name}</span>
                  </Button>
                }
                title="Delete this public feed?"
                action="Delete feed"
                onConfirm={remove}
              >
                “<bdi>{name}</bdi>” is gone for everybody who follows it. To hide it for a while, switch it off.
              </Confirm>
            </>
          )}
        </div>
      }
    />
  );
}

/** A query as people read it. */
function decoded(query: string): string {
  return [...new URLSearchParams(query)].map(([field, value]) => `${field}=${value}`).join(" ");
}
