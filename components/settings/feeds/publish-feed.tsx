"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { callApi } from "../../account/call-api";
import { useCall } from "../../account/use-call";
import { Button } from "../../ui/button";
import { CodeBlock } from "../../ui/code-block";
import { Field } from "../../ui/field";
import { Notice } from "../../ui/notice";
import { Spinner } from "../../ui/spinner";
import { type PublicFeedAnswer, publicFeedAnswer } from "../answers";
import { ShownOnce } from "../shown-once";
import { filterOf } from "./filter-of";

const HIDDEN = [
  { name: "hidesNames", label: "Names of people, and details" },
  { name: "hidesMetadata", label: "Details (metadata)" },
] as const;

/** Makes a view of the team public. */
export function PublishFeed({ team }: { team: string }) {
  const router = useRouter();
  const [made, setMade] = useState<PublicFeedAnswer | null>(null);
  const { fault, isPending, run } = useCall();
  const errorOf = (name: string) => fault?.issues.find(({ path }) => path[0] === name)?.message;
  const isNamed = ["name", "slug", "filter"].some((name) => errorOf(name) !== undefined);

  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const slug = String(fields.get("slug")).trim();
    const body = {
      name: String(fields.get("name")).trim(),
      ...(slug === "" ? {} : { slug }),
      filter: filterOf(String(fields.get("filter"))),
      hidesNames: fields.has("hidesNames"),
      hidesMetadata: fields.has("hidesMetadata"),
    };
    const feed = await run(callApi("POST", `/api/teams/${team}/feeds`, body, publicFeedAnswer));
    if (feed === null) return;
    setMade(feed);
    form.reset();
    router.refresh();
  };

  return (
    <>
      {made === null ? null : (
        <ShownOnce
          title={
            <>
              “<bdi>{made.name}</bdi>” is public
            </>
          }
          onClose={() => setMade(null)}
        >
          <p className="mb-2 text-soft">Anybody who has this address can read it, and search engines may find it.</p>
          <CodeBlock text={made.url} label="address" />
        </ShownOnce>
      )}
      <form onSubmit={submit} className="needs-script mb-5 rounded-xl border border-line bg-panel p-4 sm:px-[18px]">
        <h2 className="mb-3 font-semibold">Publish a feed</h2>
        <div className="grid gap-4 sm:grid-cols-2">
          <Field label="Name" name="name" placeholder="Releases" autoComplete="off" required error={errorOf("name")} />
          <Field
            label="Address"
            name="slug"
            placeholder="releases"
            autoComplete="off"
            spellCheck={false}
            hint={`/p/${team}/…; made of the name when empty`}
            error={errorOf("slug")}
          />
          <Field
            className="sm:col-span-2"
            label="What it shows"
            name="filter"
            dir="ltr"
            placeholder={`/${team}?type=github.release.published`}
            autoComplete="off"
            spellCheck={false}
            hint="Filter the feed, and paste the address of that page here. Without a filter everything is public."
            error={errorOf("filter")}
          />
          <fieldset className="min-w-0 sm:col-span-2">
            <legend className="mb-1 font-medium text-[12.5px] text-soft">It hides</legend>
            <div className="flex flex-wrap gap-x-5 gap-y-2">
              {HIDDEN.map(({ name, label }) => (
                <label key={name} className="flex items-center gap-2">
                  <input type="checkbox" name={name} className="size-4 accent-accent" />
                  {label}
                </label>
              ))}
            </div>
          </fieldset>
        </div>
        <Notice className="mt-3">{isNamed ? null : fault?.message}</Notice>
        <Button type="submit" look="primary" className="mt-4 h-8 px-3" disabled={isPending}>
          {isPending ? <Spinner /> : null}
          Make public
        </Button>
      </form>
    </>
  );
}
