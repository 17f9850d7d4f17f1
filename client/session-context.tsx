import { createContext, useContext } from "react";
import type { Right, Role } from "../shared/permissions.ts";
import { roleHolds } from "../shared/permissions.ts";
import type { SessionCanteen, SessionState, SessionUser } from "../shared/session.ts";

/** The session of someone signed in. */
export type Session = SessionState & { user: SessionUser };

export interface SessionValue extends Session {
  /** Highest first, as the home page and the navigation read them. */
  roles: readonly Role[];
  /** Whether some grant holds the right, on whatever scope; the server checks the scope. */
  holds: (right: Right) => boolean;
  /** The canteen the person works for now; null when they have none. */
  canteen: SessionCanteen | null;
  selectCanteen: (id: string) => void;
}

const SessionContext = createContext<SessionValue | null>(null);

export const SessionProvider = SessionContext.Provider;

/** Who is signed in, their grants and canteens. Only under the layout of the signed-in pages. */
export function useSession(): SessionValue {
  const session = useContext(SessionContext);
  if (session === null) throw new Error("useSession is used outside of the signed-in pages");
  return session;
}

const ROLE_ORDER: readonly Role[] = ["manager", "kitchen", "administrator", "official", "legumerie"];

/** Each role held, once, the one whose home page wins first. */
export function rolesOf(session: Session): Role[] {
  return ROLE_ORDER.filter((role) => session.grants.some((grant) => grant.role === role));
}

export function sessionHolds(session: Session, right: Right): boolean {
  return session.grants.some((grant) => roleHolds(grant.role, right));
}
