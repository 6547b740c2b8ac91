"use client";
import { useState } from "react";
import { later } from "../ui/later";
import { ViewButton } from "./view-button";
import type { ShownView } from "./views-answer";

const ViewActions = later(() => import("./view-actions").then((module) => module.ViewActions));

/** What can be done with a view. Fetched when its button is pointed at or focused. */
export function ViewMenu({ team, view }: { team: string; view: ShownView }) {
  const [wanted, setWanted] = useState<"key" | "pointer" | null>(null);
  if (wanted !== null) return <ViewActions team={team} view={view} isByKey={wanted === "key"} />;
  return (
    <ViewButton
      name={view.name}
      onPointerEnter={ViewActions.prepare}
      onFocus={ViewActions.prepare}
      onClick={({ detail }) => setWanted(detail === 0 ? "key" : "pointer")}
    />
  );
}
