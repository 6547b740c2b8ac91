"use client";
import { useEffect, useRef, useState } from "react";
import type { Activity } from "@/activity/activity";
import { useLatest } from "../../../ui/use-latest";
import { openDesk, type Told } from "./open-desk";
import { Teller } from "./teller";

export interface NotifierProps extends Omit<Told, "query"> {
  /** What the list is filtered by, as query parameters. */
  query: string;
  items: readonly Activity[];
  /** Seqs that came by the stream. */
  arrived: ReadonlySet<number>;
  isLookedAt: boolean;
  /** When the page was read, milliseconds by the server's clock. */
  openedAt: number;
}

/** Tells the desktop of important activity while nobody looks. Shows nothing; is loaded once that is switched on. */
export function Notifier(props: NotifierProps) {
  const { team, teamName, me, items, arrived, isLookedAt, openedAt } = props;
  const latest = useLatest(props);
  const teller = useRef<Teller>(undefined);
  const [firstArrived] = useState(arrived);
  useEffect(() => {
    const query = () => latest.current.query;
    const onOpen = (activity: Activity) => latest.current.onOpen(activity);
    const { desk, close } = openDesk({ team, teamName, me, query, onOpen }, (message) => mine.hear(message));
    const mine = new Teller(me, openedAt, firstArrived, desk);
    teller.current = mine;
    return () => {
      mine.end();
      close();
    };
  }, [team, teamName, me, openedAt, firstArrived, latest]);
  useEffect(() => teller.current?.see(items, arrived, isLookedAt), [items, arrived, isLookedAt]);
  return null;
}
