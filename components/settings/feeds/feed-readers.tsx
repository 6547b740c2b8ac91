"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { callApi } from "../../account/call-api";
import { useCall } from "../../account/use-call";
import { Button } from "../../ui/button";
import { CodeBlock } from "../../ui/code-block";
import { Rss } from "../../ui/icons";
import { Notice } from "../../ui/notice";
import { Spinner } from "../../ui/spinner";
import { type NewReader, newReaderAnswer } from "../answers";
import { EmptyList } from "../empty-list";
import { Moment } from "../moment";
import { Row, RowList } from "../row-list";
import { ShownOnce } from "../shown-once";
import { useRemoval } from "../use-removal";

/** A feed reader's token as the list shows it; times are ISO 8601. */
export interface ReaderRow {
  id: string;
  createdAt: string;
  lastUsedAt: string | null;
}

/** The reader's own addresses for programs that read feeds. */
export function FeedReaders({ team, readers }: { team: string; readers: ReaderRow[] }) {
  const router = useRouter();
  const [made, setMade] = useState<NewReader | null>(null);
  const { fault, isPending, run } = useCall();
  const create = async () => {
    const reader = await run(callApi("POST", `/api/teams/${team}/reader-tokens`, {}, newReaderAnswer));
    if (reader === null) return;
    setMade(reader);
    router.refresh();
  };
  return (
    <section aria-labelledby="feed-readers" className="mt-10">
      <div className="mb-3 flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h2 id="feed-readers" className="font-semibold">
            Feed readers
          </h2>
          <p className="mt-0.5 text-soft">Your own addresses, by which a feed reader shows what you may read.</p>
        </div>
        <Button className="needs-script h-8 px-3" onClick={create} disabled={isPending}>
          {isPending ? <Spinner /> : null}
          Add a feed reader
        </Button>
      </div>
      <Notice className="mb-3">{fault?.message}</Notice>
      {made === null ? null : (
        <ShownOnce title="Your feed reader’s addresses" onClose={() => setMade(null)}>
          <p className="mb-2 text-soft">
            Copy one now: they are shown only this once. Whoever has one reads as you do. Add the part after the{" "}
            <code className="font-mono text-[12px]">?</code> of a filtered page, and it holds only that.
          </p>
          <div className="flex flex-col gap-2">
            <CodeBlock text={made.atomUrl} label="Atom address" />
            <CodeBlock text={made.jsonUrl} label="JSON Feed address" />
          </div>
        </ShownOnce>
      )}
      <RowList
        label="Feed readers"
        rows={readers.map((reader) => <ReaderItem key={reader.id} team={team} reader={reader} />)}
        empty={
          <EmptyList icon={Rss} title="No feed reader yet">
            Add one, and paste its address into the program you read feeds with.
          </EmptyList>
        }
      />
    </section>
  );
}

function ReaderItem({ team, reader: { id, createdAt, lastUsedAt } }: { team: string; reader: ReaderRow }) {
  const { isGone, fault, remove } = useRemoval(`/api/teams/${team}/reader-tokens/${id}`, "Feed reader removed");
  if (isGone) return null;
  return (
    <Row
      name={
        <>
          Added <Moment at={createdAt} />
        </>
      }
      facts={lastUsedAt === null ? "Never used" : <span>Last used {<Moment at={lastUsedAt} isRecent />}</span>}
      fault={fault}
      action={
        <Button look="danger" className="needs-script" onClick={remove}>
          Remove<span className="sr-only"> the feed reader added {createdAt.slice(0, 10)}</span>
        </Button>
      }
    />
  );
}
