import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";

const APP = join(import.meta.dirname, "../../app");

type RouteFunction = (
  request: Request,
  context: { params: Promise<Record<string, string>> },
) => Promise<Response> | Response;

/** A route file of the product's API; next-auth's own are not among them. */
export interface Route {
  /** Path as OpenAPI writes it, such as `/api/teams/{team}/keys/{id}`. */
  path: string;
  file: string;
}

/** Every route file below app/api, the ones without parameters first, so that they win as they do in Next. */
export async function listRoutes(): Promise<Route[]> {
  return await listRoutesBelow("api");
}

/** The route files among a folder of pages, such as `p`: no part of the API. */
export async function listRoutesBelow(folder: string): Promise<Route[]> {
  const root = join(APP, folder);
  const files = await readdir(root, { recursive: true, withFileTypes: true });
  return files
    .filter((entry) => entry.name === "route.ts" && !entry.parentPath.includes("[...nextauth]"))
    .map(({ parentPath }) => ({
      path: `/${folder}/${relative(root, parentPath).replaceAll(/\[(\w+)\]/g, "{$1}")}`,
      file: join(parentPath, "route.ts"),
    }))
    .sort((a, b) => a.path.split("{").length - b.path.split("{").length || (a.path < b.path ? -1 : 1));
}

/** A route file's functions by method. The path is found at run time: nothing here may import app/ by name. */
export async function loadRoute(route: Route): Promise<Map<string, RouteFunction>> {
  const module: Record<string, unknown> = await import(/* @vite-ignore */ route.file);
  return new Map(Object.entries(module).filter(isMethod));
}

function isMethod(entry: [string, unknown]): entry is [string, RouteFunction] {
  return typeof entry[1] === "function";
}

/** The parameters of a path when the route serves it, decoded as Next does; else null. */
export function matchRoute(route: Route, path: string): Record<string, string> | null {
  const wanted = route.path.split("/");
  const given = path.split("/");
  if (wanted.length !== given.length) return null;
  const params: Record<string, string> = {};
  for (const [place, part] of wanted.entries()) {
    const text = given[place] ?? "";
    if (part.startsWith("{")) params[part.slice(1, -1)] = decodeURIComponent(text);
    else if (part !== text) return null;
  }
  return params;
}
