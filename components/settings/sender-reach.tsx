import { TriangleAlert } from "../ui/icons";
import { isPrivateHost } from "./is-private-host";

/** Says so when a sender on the internet could not reach the address the server is known by. */
export function SenderReach({ origin, sender }: { origin: string; sender: string }) {
  const { host, hostname } = new URL(origin);
  if (!isPrivateHost(hostname)) return null;
  return (
    <p className="flex gap-2 rounded-lg bg-amber/10 px-3 py-2 text-[13px] text-amber">
      <TriangleAlert className="mt-px size-4 shrink-0" />
      <span className="min-w-0">
        {sender} cannot reach <span className="break-all font-mono text-[12px]">{host}</span>, an address of this
        machine or network. Open this page at its public address first, or send through a tunnel.
      </span>
    </p>
  );
}
