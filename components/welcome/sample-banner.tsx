"use client";
import { useState } from "react";
import { callApi } from "../account/call-api";
import { Button } from "../ui/button";
import { FlaskConical } from "../ui/icons";
import { later } from "../ui/later";
import { startLeaving } from "../ui/leaving";
import { nothing } from "../views/nothing";

const Confirm = later(() => import("../ui/confirm").then((module) => module.Confirm));

/** Over a sample team's feed: says what it is, and takes it away as a whole for those who may. */
export function SampleBanner(props: { team: { slug: string; name: string }; canDelete: boolean }) {
  const { team, canDelete } = props;
  const [isAsked, setAsked] = useState(false);
  const remove = async () => {
    // The feed below hears of the end too, perhaps before the answer is here, and would reload a page that is no more.
    const stay = startLeaving();
    const { fault } = await callApi("DELETE", `/api/teams/${team.slug}`, undefined, nothing);
    if (fault !== null && fault.status !== 404) {
      stay();
      return fault.message;
    }
    location.assign("/");
    return null;
  };
  return (
    <aside
      aria-label="About this team"
      className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-line border-b bg-accent-soft px-4 py-1.5 text-[13px] md:px-6"
    >
      <p className="flex min-w-0 flex-1 items-center gap-2 text-soft">
        <FlaskConical className="size-4 shrink-0 text-accent" />
        <span>This is sample activity.</span>
      </p>
      {canDelete && (
        <Button className="needs-script" onClick={() => setAsked(true)}>
          Delete sample team
        </Button>
      )}
      {isAsked && (
        <Confirm
          title="Delete the sample team?"
          action="Delete sample team"
          onConfirm={remove}
          onClose={() => setAsked(false)}
        >
          “<bdi>{team.name}</bdi>” and all its activity are removed for good. Your own teams stay as they are.
        </Confirm>
      )}
    </aside>
  );
}
