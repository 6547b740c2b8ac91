"use client";
import { type FormEvent, useState } from "react";
import { callApi } from "../../account/call-api";
import { useCall } from "../../account/use-call";
import { Button } from "../../ui/button";
import { CodeBlock } from "../../ui/code-block";
import { Field } from "../../ui/field";
import { Notice } from "../../ui/notice";
import { Spinner } from "../../ui/spinner";
import { EXPIRIES, expiryOf } from "./expiry";
import { newLinkAnswer } from "./new-link-answer";

const BOX = "flex items-start gap-2 py-1";

function Choices() {
  const [expiry, setExpiry] = useState("never");
  const [hidesNames, setHidesNames] = useState(false);
  const [hidesMetadata, setHidesMetadata] = useState(false);
  return (
    <>
      <label className="mt-3 block">
        <span className="mb-1 block font-medium text-[12.5px] text-soft">Stops working</span>
        <select
          name="expiry"
          value={expiry}
          onChange={(event) => setExpiry(event.target.value)}
          className="w-full rounded-lg border border-line bg-panel px-2.5 py-[7px] text-base md:text-sm"
        >
          {EXPIRIES.map(({ value, label }) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      </label>
      {expiry === "date" && <Field className="mt-2" label="Last day" name="date" type="date" required />}
      <fieldset className="mt-3">
        <legend className="mb-1 font-medium text-[12.5px] text-soft">Hide</legend>
        <label className={BOX}>
          <input
            type="checkbox"
            name="hidesNames"
            checked={hidesNames}
            onChange={(event) => setHidesNames(event.target.checked)}
            className="mt-0.5 size-4 accent-accent"
          />
          <span>Names: people appear as “Person 7f3a2c”</span>
        </label>
        <label className={BOX}>
          <input
            type="checkbox"
            name="hidesMetadata"
            // Names stand in details, too.
            disabled={hidesNames}
            checked={hidesNames || hidesMetadata}
            onChange={(event) => setHidesMetadata(event.target.checked)}
            className="mt-0.5 size-4 accent-accent"
          />
          <span>Details: comments, pictures, metadata</span>
        </label>
      </fieldset>
    </>
  );
}

/** Makes a link for people outside the team and shows its address this once. */
export function OutsideLink({ team, query }: { team: string; query: string }) {
  const [made, setMade] = useState<string | null>(null);
  const { fault, isPending, run } = useCall();
  const errorOf = (name: string) => fault?.issues.find(({ path }) => path[0] === name)?.message;
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const fields = new FormData(event.currentTarget);
    const text = (name: string) => String(fields.get(name) ?? "");
    const body = {
      name: text("name").trim(),
      filter: query,
      expiresAt: expiryOf(text("expiry"), text("date"), Date.now()),
      hidesNames: fields.has("hidesNames"),
      hidesMetadata: fields.has("hidesMetadata"),
    };
    const link = await run(callApi("POST", `/api/teams/${team}/links`, body, newLinkAnswer));
    if (link !== null) setMade(link.url);
  };
  return (
    <section aria-labelledby="share-outside" className="mt-4 border-line border-t pt-4">
      <h2 id="share-outside" className="font-semibold">
        For everybody with the link
      </h2>
      {made === null ? (
        <form onSubmit={submit}>
          <p className="mt-0.5 mb-3 text-soft">
            They read what these filters show as of now, without an account, and can go live from there.
          </p>
          <Field
            label="Name, for your team"
            name="name"
            autoComplete="off"
            required
            maxLength={200}
            error={errorOf("name")}
          />
          <Choices />
          <Notice className="mt-3">{errorOf("name") === undefined ? fault?.message : null}</Notice>
          <Button type="submit" look="primary" className="mt-3 h-8 px-3" disabled={isPending}>
            {isPending ? <Spinner /> : null}
            Make link
          </Button>
        </form>
      ) : (
        <div role="status">
          <p className="mt-0.5 mb-2 text-soft">Copy it now: it is shown only this once.</p>
          <CodeBlock text={made} label="link" />
        </div>
      )}
      <a href={`/${team}/settings/links`} className="mt-2 inline-block py-1 text-accent hover:underline">
        All shared links
      </a>
    </section>
  );
}
