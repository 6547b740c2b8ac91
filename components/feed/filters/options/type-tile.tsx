import { Icon } from "../../../ui/icon";
import { TILE } from "../../colors";
import type { TypeRow } from "./type-rows";

/** The icon of a type, on its colour. */
export function TypeTile({ icon, color }: NonNullable<TypeRow["look"]>) {
  return (
    <span className={`grid size-5 shrink-0 place-items-center rounded-[5px] ${TILE[color]}`}>
      <Icon name={icon} className="size-3" />
    </span>
  );
}
