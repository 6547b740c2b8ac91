"use client";
import { useState } from "react";
import { callApi } from "../account/call-api";
import { Bdi } from "../ui/bdi";
import { Button } from "../ui/button";
import { later } from "../ui/later";
import { startLeaving } from "../ui/leaving";
import { nothing } from "../views/nothing";

const Confirm = later(() => import("../ui/confirm").then((module) => module.Confirm));

/** Takes a sample team away as a whole, once that is confirmed. */
export function DeleteSample({ team }: { team: { slug: string; name: string } }) {
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
    <>
      <Button className="needs-script" onClick={() => setAsked(true)}>
        Delete sample team
      </Button>
      {isAsked && (
        <Confirm
          title="Delete the sample team?"
          action="Delete sample team"
          onConfirm={remove}
          onClose={() => setAsked(false)}
        >
          “<Bdi>{team.name}</Bdi>” and all its activity are removed for good. Your own teams stay as they are.
        </Confirm>
      )}
    </>
  );
}
