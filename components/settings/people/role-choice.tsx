"use client";
import { useRouter } from "next/navigation";
import { useOptimistic, useTransition } from "react";
import { z } from "zod";
import { callApi } from "../../account/call-api";
import { Select } from "../../ui/select";
import { ROLE_NAMES, type Role } from "./role";

interface RoleChoiceProps {
  /** Of the member, in the API. */
  path: string;
  name: string;
  role: Role;
  /** The roles the visitor may give; empty when none. */
  givable: readonly Role[];
  /** Hears why the server refused; null when it is asked. */
  onFault: (fault: string | null) => void;
}

/** A member's role; a choice for who may give another. It changes at once, and back when the server refuses. */
export function RoleChoice({ path, name, role, givable, onFault }: RoleChoiceProps) {
  const router = useRouter();
  const [shown, setShown] = useOptimistic(role);
  const [, start] = useTransition();
  if (givable.length === 0) return <span className="text-[13px] text-soft">{ROLE_NAMES[role]}</span>;
  const give = (asked: Role) => {
    onFault(null);
    start(async () => {
      setShown(asked);
      const outcome = await callApi("PUT", path, { role: asked }, z.object({}));
      if (outcome.fault !== null) onFault(outcome.fault.message);
      router.refresh();
    });
  };
  return (
    <Select
      look="row"
      aria-label={`Role of ${name}`}
      className="needs-script w-[110px] md:w-[104px]"
      value={shown}
      onChange={(event) => {
        const asked = givable.find((one) => one === event.target.value);
        if (asked !== undefined) give(asked);
      }}
    >
      {givable.map((one) => (
        <option key={one} value={one}>
          {ROLE_NAMES[one]}
        </option>
      ))}
    </Select>
  );
}
