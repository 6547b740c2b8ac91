// An empty page, rendered for each request as a page that somebody signed in to see must be.
export const dynamic = "force-dynamic";

export default function Page() {
  return <p>Nothing</p>;
}
