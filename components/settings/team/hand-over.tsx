"use client";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { callApi } from "../../account/call-api";
import { Button } from "../../ui/button";
import { Confirm } from "../../ui/confirm";
import { SelectField } from "../../ui/select-field";
import { emptyAnswer } from "../answers";

/** Hands a team over to another member, for its owner. */
export function HandOver({ team, people }: { team: string; people: { id: string; name: string }[] }) {
  const router = useRouter();
  const [chosen, setChosen] = useState(people[0]?.id ?? "");
  const name = people.find(({ id }) => id === chosen)?.name ?? "";
  const handOver = async () => {
    const { fault } = await callApi("POST", `/api/teams/${team}/transfer`, { userId: chosen }, emptyAnswer);
    if (fault !== null) return fault.message;
    router.refresh();
    return null;
  };
  return (
    <section aria-labelledby="hand-over" className="mt-5 rounded-xl border border-line bg-panel p-4 sm:px-[18px]">
      <h2 id="hand-over" className="font-semibold">
        Hand the team over
      </h2>
      <p className="mt-0.5 mb-3 text-soft">Another member becomes its owner, and you become an admin.</p>
      {people.length === 0 ? (
        <p className="text-faint">Nobody else is in this team yet.</p>
      ) : (
        <div className="needs-script flex flex-wrap items-end gap-3">
          <SelectField
            label="New owner"
            className="min-w-0 flex-1"
            value={chosen}
            onChange={(event) => setChosen(event.target.value)}
          >
            {people.map((person) => (
              <option key={person.id} value={person.id}>
                {person.name}
              </option>
            ))}
          </SelectField>
          <Confirm
            trigger={
              <Button look="danger" className="h-[34px] px-3">
                Hand over
              </Button>
            }
            title="Hand this team over?"
            action="Hand over"
            onConfirm={handOver}
          >
            “<bdi>{name}</bdi>” becomes the owner, at once. Only they can make you an owner again.
          </Confirm>
        </div>
      )}
    </section>
  );
}
