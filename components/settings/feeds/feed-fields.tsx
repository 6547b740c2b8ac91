import type { Fault } from "../../account/call-api";
import { Field } from "../../ui/field";
import { Notice } from "../../ui/notice";
import { filterOf } from "./filter-of";

/** What can be said of a public feed. */
export interface FeedSettings {
  name: string;
  slug: string;
  /** As query parameters; "" lets everything through. */
  filter: string;
  hidesNames: boolean;
  hidesMetadata: boolean;
}

const HIDDEN = [
  { name: "hidesNames", label: "Names of people, and details" },
  { name: "hidesMetadata", label: "Details (metadata)" },
] as const;

/** What the fields of a form say, as the API takes it; an empty address is left out. */
export function readFeedFields(form: HTMLFormElement) {
  const fields = new FormData(form);
  const slug = String(fields.get("slug")).trim();
  return {
    name: String(fields.get("name")).trim(),
    ...(slug === "" ? {} : { slug }),
    filter: filterOf(String(fields.get("filter"))),
    hidesNames: fields.has("hidesNames"),
    hidesMetadata: fields.has("hidesMetadata"),
  };
}

interface FeedFieldsProps {
  team: string;
  /** What stands in them; a new feed when it is missing. */
  feed?: FeedSettings;
  fault: Fault | null;
}

/** The fields of a public feed, and what is wrong with them. */
export function FeedFields({ team, feed, fault }: FeedFieldsProps) {
  const errorOf = (name: string) => fault?.issues.find(({ path }) => path[0] === name)?.message;
  const isNamed = ["name", "slug", "filter"].some((name) => errorOf(name) !== undefined);
  return (
    <>
      <div className="grid gap-4 sm:grid-cols-2">
        <Field
          label="Name"
          name="name"
          defaultValue={feed?.name}
          placeholder="Releases"
          autoComplete="off"
          required
          error={errorOf("name")}
        />
        <Field
          label="Address"
          name="slug"
          dir="ltr"
          defaultValue={feed?.slug}
          placeholder="releases"
          autoComplete="off"
          spellCheck={false}
          required={feed !== undefined}
          hint={
            feed === undefined
              ? `/p/${team}/…; made of the name when empty`
              : "Whoever follows the one it has now loses it."
          }
          error={errorOf("slug")}
        />
        <Field
          className="sm:col-span-2"
          label="What it shows"
          name="filter"
          dir="ltr"
          defaultValue={feed?.filter}
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
              <label key={name} className="flex min-h-6 items-center gap-2">
                <input type="checkbox" name={name} defaultChecked={feed?.[name]} className="size-4 accent-accent" />
                {label}
              </label>
            ))}
          </div>
        </fieldset>
      </div>
      <Notice className="mt-3">{isNamed ? null : fault?.message}</Notice>
    </>
  );
}
