"use client";
import { z } from "zod";
import { callApi } from "../../account/call-api";
import { Button } from "../../ui/button";
import { CodeBlock } from "../../ui/code-block";
import { Confirm } from "../../ui/confirm";
import { Moment } from "../moment";
import { ShownOnce } from "../shown-once";

const answer = z.object({ url: z.string(), expiresAt: z.string() });

/** A link by which a member chooses a new password, given this once. */
export type MadeResetLink = z.infer<typeof answer> & { name: string };

interface ResetLinkProps {
  /** Of the member, in the API. */
  path: string;
  name: string;
  onMade: (link: MadeResetLink) => void;
}

/** Makes a link by which a member chooses a new password. */
export function ResetLink({ path, name, onMade }: ResetLinkProps) {
  const make = async () => {
    const { value, fault } = await callApi("POST", `${path}/reset-link`, undefined, answer);
    if (fault !== null) return fault.message;
    onMade({ ...value, name });
    return null;
  };
  return (
    <Confirm
      trigger={
        <Button className="needs-script">
          Reset link<span className="sr-only"> for the password of {name}</span>
        </Button>
      }
      title="Make a password reset link?"
      action="Make link"
      look="primary"
      onConfirm={make}
    >
      Whoever opens it chooses a new password for “<bdi>{name}</bdi>”, once, within an hour. That signs them out
      everywhere. The team is told that you made it.
    </Confirm>
  );
}

/** A reset link that was just made, shown this once. */
export function ShownResetLink({ made, onClose }: { made: MadeResetLink; onClose: () => void }) {
  return (
    <ShownOnce
      title={
        <>
          “<bdi>{made.name}</bdi>” can choose a new password
        </>
      }
      onClose={onClose}
    >
      <p className="mb-2 text-soft">
        Send them this link: it works once, until <Moment at={made.expiresAt} isExact />, and is shown only now.
      </p>
      <CodeBlock text={made.url} label="reset link" mark={made.url} />
    </ShownOnce>
  );
}
