import type { MetadataRoute } from "next";

/** What makes the feed installable: a window and an icon of its own. It begins at the visitor's own team. */
export default function manifest(): MetadataRoute.Manifest {
  return {
    name: "Live Activity Stream",
    short_name: "Activity",
    description: "A real-time activity feed for teams.",
    id: "/",
    start_url: "/",
    display: "standalone",
    background_color: "#fbfbfc",
    theme_color: "#fbfbfc",
    icons: [
      { src: "/icons/icon-192.png", sizes: "192x192", type: "image/png" },
      { src: "/icons/icon-512.png", sizes: "512x512", type: "image/png" },
      { src: "/icons/maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
    ],
  };
}
