"use client";
import { useRouter } from "next/navigation";
import { useOptimistic, useState, useTransition } from "react";
import { callApi } from "../../account/call-api";
import { Button } from "../../ui/button";
import { CopyButton } from "../../ui/copy-button";
import { Rss } from "../../ui/icons";
import { publicFeedAnswer } from "../answers";
import { EmptyList } from "../empty-list";
import { Moment } from "../moment";
import { Row, RowList } from "../row-list";
import { useRemoval } from "../use-removal";
import { EditFeed } from "./edit-feed";
import type { FeedSettings } from "./feed-fields";

/** A public feed as the list shows it; the time is ISO 8601, the address absolute. */
interface PublicFeedRow extends FeedSettings {
  id: string;
  url: string;
  isOn: boolean;
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
      empty={
        <EmptyList icon={Rss} title="Nothing is public">
          A feed that is public can be read by anybody, and followed in a feed reader.
        </EmptyList>
      }
    />
  );
}

function FeedRow({ team, feed, canChange }: { team: string; feed: PublicFeedRow; canChange: boolean }) {
  const { id, name, filter, url, createdAt } = feed;
  const router = useRouter();
  const path = `/api/teams/${team}/feeds/${id}`;
  const [isEditing, setEditing] = useState(false);
  const [isOn, setOn] = useOptimistic(feed.isOn);
  const [isPending, start] = useTransition();
  const [turnFault, setFault] = useState<string | null>(null);
  const { isGone, fault, remove } = useRemoval(
    path,
    <>
      Public feed “<bdi>{name}</bdi>” deleted
    </>,
  );
  const turn = () =>
    start(async () => {
      setOn(!isOn);
      const outcome = await callApi("PUT", path, { isOn: !isOn }, publicFeedAnswer);
      setFault(outcome.fault?.message ?? null);
      router.refresh();
    });
  if (isGone) return null;
  if (isEditing) return <EditFeed team={team} path={path} feed={feed} onClose={() => setEditing(false)} />;
  return (
    <Row
      name={
        <>
          {isOn ? (
            <a href={url} target="_blank" rel="noopener" className="-my-1 inline-block py-1 hover:underline">
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
        </>
      }
      stacks
      fault={turnFault ?? fault}
      action={
        <>
          <CopyButton text={url} label={`address of ${name}`} />
          {canChange && (
            <>
              <Button className="needs-script" onClick={() => setEditing(true)}>
                Edit<span className="sr-only"> {name}</span>
              </Button>
              <Button className="needs-script" onClick={turn} disabled={isPending}>
                {isOn ? "Switch off" : "Switch on"}
                <span className="sr-only"> {name}</span>
              </Button>
              <Button look="danger" className="needs-script" onClick={remove}>
                Delete<span className="sr-only"> {name}</span>
              </Button>
            </>
          )}
        </>
      }
    />
  );
}

/** A query as people read it. */
function decoded(query: string): string {
  return [...new URLSearchParams(query)].map(([field, value]) => `${field}=${value}`).join(" ");
}
