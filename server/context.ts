import type { Device } from "../shared/devices.ts";
import type { Id } from "../shared/ids.ts";
import type { Grant, Right } from "../shared/permissions.ts";
import type { DemoAccount, SessionUser } from "../shared/session.ts";
import type { ActionContext } from "./action-context.ts";
import type { Metrics } from "./metrics/metrics.ts";
import type { RateLimits } from "./security/rate-limits.ts";

/** The session cookie of the answer; nothing else of HTTP reaches a procedure. */
export interface SessionCookie {
  /** SHA-256 of the token the request carried; null when it carried no live session. */
  tokenHash: string | null;
  set(token: string): void;
  clear(): void;
}

/** What every procedure receives. */
export interface AppContext {
  action: ActionContext;
  user: SessionUser | null;
  grants: readonly Grant[];
  /** Canteens on which the caller holds the right, by whatever grant; sorted by id. */
  visibleCanteenIds(right: Right): Promise<Id[]>;
  session: SessionCookie;
  limits: RateLimits;
  /** Network of the caller: an IPv4 address, or the /64 of an IPv6 one. */
  address: string;
  /** `https://host` of the page that asks. */
  origin: string;
  /** What the caller says it is. */
  device: Device;
  requestId: string;
  /**
   * The session writes (`done` false), or has written: it reads from the primary until a replica has what it wrote.
   * Nothing to note without a replica.
   */
  noteWrite(done: boolean): Promise<void>;
  /**
   * What a procedure answers for an object that it may answer again, and that nobody changes: where HTTP takes it from
   * the procedure, it is written only once.
   */
  writtenOnce<Answer extends object>(answer: Answer): Answer;
  /** The HTTP request carries several procedures. */
  batched: boolean;
  /** Logs what went wrong in work that nobody waits for. */
  reportBug(error: unknown): void;
  /** Empty unless this is a demonstration. */
  demoAccounts: readonly DemoAccount[];
  /** Largest file that the pages import. */
  importMaxBytes: number;
  metrics: Metrics;
}
