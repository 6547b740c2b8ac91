"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { z } from "zod";
import { callApi } from "../../account/call-api";
import { useCall } from "../../account/use-call";
import { Button } from "../../ui/button";
import { Field } from "../../ui/field";
import { Notice } from "../../ui/notice";
import { SelectField } from "../../ui/select-field";
import { Spinner } from "../../ui/spinner";

/** A team's settings as the API gives them. */
export interface TeamValues {
  name: string;
  slug: string;
  timeZone: string;
  aliases: string[];
}

const answer = z.object({ slug: z.string() });

/** A team's name, address and time zone, for who may change them. */
export function TeamForm({ settings, zones }: { settings: TeamValues; zones: string[] }) {
  const router = useRouter();
  const [isSaved, setSaved] = useState(false);
  const { fault, isPending, run } = useCall();
  const errorOf = (field: string) => fault?.issues.find(({ path }) => path[0] === field)?.message;
  const isNamed = fault !== null && ["name", "slug", "timeZone"].some((field) => errorOf(field) !== undefined);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setSaved(false);
    const fields = new FormData(event.currentTarget);
    const text = (name: string) => String(fields.get(name)).trim();
    const body = { name: text("name"), slug: text("slug"), timeZone: text("timeZone") };
    const saved = await run(callApi("PUT", `/api/teams/${settings.slug}/settings`, body, answer));
    if (saved === null) return;
    setSaved(true);
    if (saved.slug === settings.slug) router.refresh();
    else router.replace(`/${saved.slug}/settings/team`);
  };

  return (
    <form onSubmit={submit} className="grid gap-4 rounded-xl border border-line bg-panel p-4 sm:px-[18px]">
      <Field label="Name" name="name" defaultValue={settings.name} required error={errorOf("name")} />
      <Field
        label="Address"
        name="slug"
        dir="ltr"
        defaultValue={settings.slug}
        autoCapitalize="none"
        autoComplete="off"
        required
        error={errorOf("slug")}
        hint={
          settings.aliases.length === 0
            ? "The first part of the team’s links. Links to an old address keep working."
            : `Links to ${settings.aliases.join(", ")} keep working.`
        }
      />
      <SelectField
        label="Time zone"
        name="timeZone"
        defaultValue={settings.timeZone}
        hint="Where the team’s days begin."
      >
        {zones.map((zone) => (
          <option key={zone} value={zone}>
            {zone.replaceAll("_", " ")}
          </option>
        ))}
      </SelectField>
      <Notice>{isNamed ? null : (errorOf("timeZone") ?? fault?.message)}</Notice>
      <div className="flex items-center gap-3">
        <Button type="submit" look="primary" className="needs-script h-8 px-3" disabled={isPending}>
          {isPending ? <Spinner /> : null}
          Save
        </Button>
        <span role="status" className="text-[13px] text-live">
          {isSaved ? "Saved" : ""}
        </span>
      </div>
    </form>
  );
}
