"use client";
import { useRouter } from "next/navigation";
import { useId, useRef } from "react";
import { callApi } from "../account/call-api";
import { Button } from "../ui/button";
import { Confirm } from "../ui/confirm";
import { Select } from "../ui/select";
import { type NewKey, newKeyAnswer } from "./answers";

const OVERLAPS = [
  { hours: 0, label: "not at all" },
  { hours: 1, label: "for 1 hour" },
  { hours: 24, label: "for 24 hours" },
  { hours: 168, label: "for 7 days" },
  { hours: 720, label: "for 30 days" },
] as const;

interface RotateKeyProps {
  team: string;
  apiKey: { id: string; name: string };
  onRotated: (key: NewKey) => void;
}

/** Gives a key a new secret, and says how long the one before it counts. */
export function RotateKey({ team, apiKey, onRotated }: RotateKeyProps) {
  const router = useRouter();
  const id = useId();
  const overlap = useRef<HTMLSelectElement>(null);
  const rotate = async () => {
    const body = { overlapHours: Number(overlap.current?.value ?? 24) };
    const { value, fault } = await callApi("POST", `/api/teams/${team}/keys/${apiKey.id}/rotate`, body, newKeyAnswer);
    if (fault !== null) return fault.message;
    onRotated(value);
    router.refresh();
    return null;
  };
  return (
    <Confirm
      trigger={
        <Button className="needs-script">
          Rotate<span className="sr-only"> {apiKey.name}</span>
        </Button>
      }
      title="Rotate this key?"
      action="Rotate key"
      onConfirm={rotate}
    >
      <p>
        “<bdi>{apiKey.name}</bdi>” gets a new secret, which is shown once.
      </p>
      <p className="mt-3 flex flex-wrap items-center gap-2">
        <label htmlFor={id}>The one it has now counts on</label>
        <Select id={id} ref={overlap} look="row" defaultValue={24} className="inline-block">
          {OVERLAPS.map(({ hours, label }) => (
            <option key={hours} value={hours}>
              {label}
            </option>
          ))}
        </Select>
      </p>
    </Confirm>
  );
}
