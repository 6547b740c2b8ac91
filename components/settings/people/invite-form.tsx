"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { callApi } from "../../account/call-api";
import { useCall } from "../../account/use-call";
import { Button } from "../../ui/button";
import { Field } from "../../ui/field";
import { Notice } from "../../ui/notice";
import { SelectField } from "../../ui/select-field";
import { Spinner } from "../../ui/spinner";
import { ROLE_HINTS, ROLE_NAMES, type Role } from "./role";
import { type MadeInvitation, madeInvitationAnswer, ShownInvitation } from "./shown-invitation";

const HINTS = {
  mailed: "Mailed there, and only its owner’s account may join. Without one you get a link to hand on.",
  handed: "Only its owner’s account may join. This server sends no mail: hand the link on yourself.",
} as const;

interface InviteFormProps {
  team: string;
  roles: readonly Role[];
  /** Whether the server can send mail. */
  isMailed: boolean;
}

/** Invites somebody by mail, or makes a link into the team; the link is shown this once. */
export function InviteForm({ team, roles, isMailed }: InviteFormProps) {
  const router = useRouter();
  const [made, setMade] = useState<MadeInvitation | null>(null);
  const [role, setRole] = useState<Role>("member");
  const [isAddressed, setAddressed] = useState(false);
  const { fault, isPending, run } = useCall();
  const emailError = fault?.issues.find(({ path }) => path[0] === "email")?.message;

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const email = String(new FormData(form).get("email")).trim();
    const body = { role, ...(email === "" ? {} : { email }) };
    const invitation = await run(callApi("POST", `/api/teams/${team}/invitations`, body, madeInvitationAnswer));
    if (invitation === null) return;
    setMade(invitation);
    setAddressed(false);
    form.reset();
    router.refresh();
  };

  return (
    <>
      {made === null ? null : <ShownInvitation key={made.url} made={made} onClose={() => setMade(null)} />}
      <form onSubmit={submit} className="needs-script mb-5 rounded-xl border border-line bg-panel p-4 sm:px-[18px]">
        <h2 className="mb-3 font-semibold">Invite somebody</h2>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label="E-mail (optional)"
            name="email"
            type="email"
            autoComplete="off"
            placeholder="bo@example.com"
            hint={isMailed ? HINTS.mailed : HINTS.handed}
            onChange={(event) => setAddressed(event.target.value.trim() !== "")}
            error={emailError}
          />
          <SelectField
            label="Role"
            name="role"
            value={role}
            onChange={(event) => setRole(roles.find((one) => one === event.target.value) ?? role)}
            hint={ROLE_HINTS[role]}
          >
            {roles.map((one) => (
              <option key={one} value={one}>
                {ROLE_NAMES[one]}
              </option>
            ))}
          </SelectField>
        </div>
        <Notice className="mt-3">{emailError === undefined ? fault?.message : null}</Notice>
        <Button type="submit" look="primary" className="mt-4 h-8 px-3" disabled={isPending}>
          {isPending ? <Spinner /> : null}
          {isMailed && isAddressed ? "Send invitation" : "Make invitation link"}
        </Button>
      </form>
    </>
  );
}
