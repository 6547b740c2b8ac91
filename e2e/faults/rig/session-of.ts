import { encode } from "next-auth/jwt";
import type { Product } from "./product";

/** The Cookie header of a session of that user, made past the server. */
export async function sessionOf({ env }: Pick<Product, "env">, userId: string): Promise<string> {
  const token = await encode({ token: { sub: userId, sessionVersion: 1 }, secret: env.NEXTAUTH_SECRET ?? "" });
  return `next-auth.session-token=${token}`;
}
