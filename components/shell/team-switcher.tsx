"use client";
import dynamic from "next/dynamic";
import { useState } from "react";
import { SwitchButton } from "./switch-button";

/** A team as the switcher shows it. */
export interface SwitchableTeam {
  slug: string;
  name: string;
}

const load = () => import("./team-menu").then(({ TeamMenu }) => TeamMenu);
const TeamMenu = dynamic(load, { ssr: false, loading: () => <SwitchButton /> });
const prepare = () => void load().catch(() => {});

/** A menu of every team of the visitor, and the way to a new one. Fetched when its button is pointed at or focused. */
export function TeamSwitcher({ team, teams }: { team: string; teams: SwitchableTeam[] }) {
  const [wanted, setWanted] = useState<"key" | "pointer" | null>(null);
  if (wanted !== null) return <TeamMenu team={team} teams={teams} isByKey={wanted === "key"} />;
  return (
    <SwitchButton
      onPointerEnter={prepare}
      onFocus={prepare}
      onClick={({ detail }) => setWanted(detail === 0 ? "key" : "pointer")}
    />
  );
}
