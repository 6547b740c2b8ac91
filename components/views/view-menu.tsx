"use client";
import dynamic from "next/dynamic";
import { useState } from "react";
import { ViewButton } from "./view-button";
import type { ShownView } from "./views-answer";

const load = () => import("./view-actions").then(({ ViewActions }) => ViewActions);
const prepare = () => void load().catch(() => {});
const ViewActions = dynamic(load, { ssr: false });

/** What can be done with a view. Fetched when its button is pointed at or focused. */
export function ViewMenu({ team, view }: { team: string; view: ShownView }) {
  const [wanted, setWanted] = useState<"key" | "pointer" | null>(null);
  if (wanted !== null) return <ViewActions team={team} view={view} isByKey={wanted === "key"} />;
  return (
    <ViewButton
      name={view.name}
      onPointerEnter={prepare}
      onFocus={prepare}
      onClick={({ detail }) => setWanted(detail === 0 ? "key" : "pointer")}
    />
  );
}
