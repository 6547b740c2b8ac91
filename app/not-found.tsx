import type { Metadata } from "next";
import Link from "next/link";
import { buttonClass } from "@/components/ui/button";
import { MessagePage } from "@/components/ui/message-page";

export const metadata: Metadata = { title: "Not found" };

export default function NotFound() {
  return (
    <MessagePage title="There is nothing here">
      <p className="max-w-sm text-soft">The address is wrong, or it belongs to a team you are not a member of.</p>
      <Link href="/" prefetch={false} className={buttonClass("quiet", "mt-3 px-3.5 py-1.5")}>
        Go to your feed
      </Link>
    </MessagePage>
  );
}
