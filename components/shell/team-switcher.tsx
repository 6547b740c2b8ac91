"use client";
import { useState } from "react";
import { later } from "../ui/later";
import { SwitchButton } from "./switch-button";

/** A team as the switcher shows it. */
export interface SwitchableTeam {
  slug: string;
  name: string;
}

const TeamMenu = later(() => import("./team-menu").then((module) => module.TeamMenu), {
  waiting: () => <SwitchButton />,
});

/** A menu of every team of the visitor, and the way to a new one. Fetched when its button is pointed at or focused. */
export function TeamSwitcher({ team, teams }: { team: string; teams: SwitchableTeam[] }) {
  const [wanted, setWanted] = useState<"key" | "pointer" | null>(null);
  if (wanted !== null) return <TeamMenu team={team} teams={teams} isByKey={wanted === "key"} />;
  return (
    <SwitchButton
      onPointerEnter={TeamMenu.prepare}
      onFocus={TeamMenu.prepare}
      onClick={({ detail }) => setWanted(detail === 0 ? "key" : "pointer")}
    />
  );
}
