"use client";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { emptyAnswer } from "../../settings/answers";
import { Moment } from "../../settings/moment";
import { Row, RowList } from "../../settings/row-list";
import { Button } from "../../ui/button";
import { Confirm } from "../../ui/confirm";
import { Notice } from "../../ui/notice";
import { callApi } from "../call-api";
import { sayDevice } from "../say-device";

/** A session as the list shows it; times are ISO 8601. */
export interface SessionRow {
  id: string;
  userAgent: string | null;
  ip: string | null;
  createdAt: string;
  lastSeenAt: string;
  isCurrent: boolean;
}

const PATH = "/api/account/sessions";

/** Where one is signed in, each device with a button that signs it out. It goes from the list at once, and comes back when that fails. */
export function SessionList({ sessions }: { sessions: SessionRow[] }) {
  const router = useRouter();
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [fault, setFault] = useState<string | null>(null);
  const shown = sessions.filter(({ id }) => !gone.has(id));
  const end = async (id: string) => {
    setFault(null);
    setGone((before) => new Set(before).add(id));
    const outcome = await callApi("DELETE", `${PATH}/${id}`, undefined, emptyAnswer);
    if (outcome.fault === null || outcome.fault.status === 404) return router.refresh();
    setGone((before) => new Set([...before].filter((each) => each !== id)));
    setFault(outcome.fault.message);
  };
  const endOthers = async () => {
    const outcome = await callApi("DELETE", PATH, undefined, emptyAnswer);
    if (outcome.fault !== null) return outcome.fault.message;
    router.refresh();
    return null;
  };
  return (
    <>
      <Notice className="mb-3">{fault}</Notice>
      <RowList
        label="Devices"
        empty="This device will be listed in a moment."
        rows={shown.map((session) => <SessionItem key={session.id} session={session} onEnd={() => end(session.id)} />)}
      />
      {shown.length < 2 ? null : (
        <div className="needs-script mt-3">
          <Confirm
            trigger={<Button look="danger">Sign out all other devices</Button>}
            title="Sign out all other devices?"
            action="Sign them out"
            onConfirm={endOthers}
          >
            They are signed out within a second. You stay signed in here.
          </Confirm>
        </div>
      )}
    </>
  );
}

function SessionItem({ session, onEnd }: { session: SessionRow; onEnd: () => void }) {
  const device = sayDevice(session.userAgent);
  return (
    <Row
      name={
        <>
          {device}
          {session.isCurrent ? (
            <span className="ml-2 rounded-full bg-accent-soft px-2 py-0.5 font-medium text-[11.5px] text-accent">
              This device
            </span>
          ) : null}
        </>
      }
      facts={
        <>
          {session.ip === null ? null : <span dir="ltr">{session.ip}</span>}
          <span>
            Last seen <Moment at={session.lastSeenAt} isRecent />
          </span>
          <span>
            Signed in <Moment at={session.createdAt} />
          </span>
        </>
      }
      action={
        session.isCurrent ? null : (
          <Button look="danger" className="needs-script" onClick={onEnd}>
            Sign out<span className="sr-only"> {device}</span>
          </Button>
        )
      }
    />
  );
}

/** Gives a session from before devices were listed its place in the list. */
export function ListThisDevice() {
  const router = useRouter();
  useEffect(() => {
    fetch("/api/auth/session").then(
      () => router.refresh(),
      () => {},
    );
  }, [router]);
  return null;
}
