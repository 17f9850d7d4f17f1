export interface PasskeysTable {
  /** The credential's id, base64url, made by the device. */
  id: string;
  user_id: string;
  /** COSE, base64url. */
  public_key: string;
  /** Of signatures, as the device counts them; 0 when it does not. */
  counter: number;
  /** How the device is reached, as JSON text: `["internal"]`. */
  transports: string;
  /** What its person calls it. */
  name: string;
  created_at: string;
  /** Null: never signed in with. */
  used_at: string | null;
}

/** Taken by its answer; one that is not answered is over after five minutes. */
export interface PasskeyChallengesTable {
  /** 32 random bytes, base64url. */
  challenge: string;
  /** Who adds a passkey; null: someone signs in. */
  user_id: string | null;
  created_at: string;
}
