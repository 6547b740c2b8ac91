"use client";
import { Avatar } from "../../../ui/avatar";
import { Bdi } from "../../../ui/bdi";
import type { FieldProps } from "./more-lists";
import { OptionList } from "./option-list";

/** The people to choose from; `names` those that are known, by actor id. */
export function PersonList({ names, ...props }: FieldProps & { names: ReadonlyMap<string, string> }) {
  return (
    <OptionList
      {...props}
      field="actor"
      find="Find a person"
      nothing="Nobody by that name."
      say={(id) => names.get(id) ?? "someone"}
    >
      {({ name, avatarUrl }) => (
        <span className="flex items-center gap-2">
          <Avatar name={name} url={avatarUrl} />
          <span className="truncate">
            <Bdi>{name}</Bdi>
          </span>
        </span>
      )}
    </OptionList>
  );
}
