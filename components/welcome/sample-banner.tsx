import { FlaskConical } from "../ui/icons";
import { DeleteSample } from "./delete-sample";

/** Over a sample team's feed: says what it is, and takes it away as a whole for those who may. */
export function SampleBanner({ team, canDelete }: { team: { slug: string; name: string }; canDelete: boolean }) {
  return (
    <aside
      aria-label="About this team"
      className="flex flex-wrap items-center gap-x-3 gap-y-1.5 border-line border-b bg-accent-soft px-4 py-1.5 text-[13px] md:px-6"
    >
      <p className="flex min-w-0 flex-1 items-center gap-2 text-soft">
        <FlaskConical className="size-4 shrink-0 text-accent" />
        <span>This is sample activity.</span>
      </p>
      {canDelete && <DeleteSample team={team} />}
    </aside>
  );
}
