import { SESSION_MOST_MS } from "./session-token.ts";

const TOKEN = /^[A-Za-z0-9_-]{43}$/;

/** `__Host-` binds the cookie to this host and to https; http://localhost may not use it. */
export function cookieName(secure: boolean): string {
  return secure ? "__Host-bonnepart" : "bonnepart";
}

/** The token of a Cookie header; null when absent or not shaped like one. */
export function readToken(header: string | undefined, secure: boolean): string | null {
  const prefix = `${cookieName(secure)}=`;
  const pair = header?.split(";").find((part) => part.trim().startsWith(prefix));
  const token = pair?.trim().slice(prefix.length) ?? "";
  return TOKEN.test(token) ? token : null;
}

/** The Set-Cookie header that keeps a token, or forgets it when null. */
export function writeToken(token: string | null, secure: boolean): string {
  const lifetime = token === null ? 0 : SESSION_MOST_MS / 1000;
  const flags = `Path=/; Max-Age=${lifetime}; HttpOnly; SameSite=Lax${secure ? "; Secure" : ""}`;
  return `${cookieName(secure)}=${token ?? ""}; ${flags}`;
}
