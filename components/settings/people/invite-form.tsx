"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { z } from "zod";
import { callApi } from "../../account/call-api";
import { useCall } from "../../account/use-call";
import { Button } from "../../ui/button";
import { CodeBlock } from "../../ui/code-block";
import { Field } from "../../ui/field";
import { Notice } from "../../ui/notice";
import { SelectField } from "../../ui/select-field";
import { Spinner } from "../../ui/spinner";
import { ShownOnce } from "../shown-once";
import { ROLE_HINTS, ROLE_NAMES, type Role } from "./role";

const answer = z.object({ url: z.string(), email: z.string().nullable() });

/** Makes a link into the team and shows it this once. */
export function InviteForm({ team, roles }: { team: string; roles: readonly Role[] }) {
  const router = useRouter();
  const [made, setMade] = useState<z.infer<typeof answer> | null>(null);
  const [role, setRole] = useState<Role>("member");
  const { fault, isPending, run } = useCall();
  const emailError = fault?.issues.find(({ path }) => path[0] === "email")?.message;

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const email = String(fields.get("email")).trim();
    const body = { role, ...(email === "" ? {} : { email }) };
    const invitation = await run(callApi("POST", `/api/teams/${team}/invitations`, body, answer));
    if (invitation === null) return;
    setMade(invitation);
    form.reset();
    router.refresh();
  };

  return (
    <>
      {made === null ? null : (
        <ShownOnce title="The invitation is ready" onClose={() => setMade(null)}>
          <p className="mb-2 text-soft">
            Send this link to <bdi>{made.email ?? "one person"}</bdi>: it works once, for a week, and is shown only now.
          </p>
          <CodeBlock text={made.url} label="link" mark={made.url} />
        </ShownOnce>
      )}
      <form onSubmit={submit} className="needs-script mb-5 rounded-xl border border-line bg-panel p-4 sm:px-[18px]">
        <h2 className="mb-3 font-semibold">Invite somebody</h2>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field
            label="E-mail (optional)"
            name="email"
            type="email"
            autoComplete="off"
            placeholder="bo@example.com"
            hint="With an address, only its owner’s account may join."
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
          Make invitation link
        </Button>
      </form>
    </>
  );
}
