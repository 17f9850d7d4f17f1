import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";

interface Site {
  origin: string;
  rpId: string;
}

/** A device that holds one passkey, as WebAuthn and CTAP2 describe it: ES256, attestation « none ». */
export interface Authenticator {
  readonly id: string;
  /** What the browser answers when a passkey is made. */
  register(challenge: string, site: Site): unknown;
  /** What the browser answers when the passkey signs. `verified` false: nobody proved to be its person. */
  sign(challenge: string, site: Site, options?: { verified?: boolean }): unknown;
}

export function makeAuthenticator(): Authenticator {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const rawId = randomBytes(32);
  const id = rawId.toString("base64url");
  let counter = 0;
  // COSE: kty EC2, alg ES256, crv P-256, x, y.
  const coseKey = Buffer.concat([
    Buffer.from("a5010203262001215820", "hex"),
    Buffer.from(x, "base64url"),
    Buffer.from("225820", "hex"),
    Buffer.from(y, "base64url"),
  ]);
  const credential = { id, rawId: id, type: "public-key", clientExtensionResults: {} };

  function authenticatorData({ rpId }: Site, flags: number, rest: Uint8Array = Buffer.alloc(0)): Buffer {
    const count = Buffer.alloc(4);
    count.writeUInt32BE(++counter);
    return Buffer.concat([sha256(rpId), Buffer.from([flags]), count, rest]);
  }

  return {
    id,
    register(challenge, site) {
      const idLength = Buffer.from([0, rawId.length]);
      const attested = Buffer.concat([Buffer.alloc(16), idLength, rawId, coseKey]);
      const data = authenticatorData(site, PRESENT | VERIFIED | ATTESTED, attested);
      const length = Buffer.from([0x59, data.length >> 8, data.length & 0xff]);
      // CBOR: { fmt: "none", attStmt: {}, authData: bytes }.
      const object = Buffer.concat([
        Buffer.from([0xa3, 0x63]),
        Buffer.from("fmt"),
        Buffer.from([0x64]),
        Buffer.from("none"),
        Buffer.from([0x67]),
        Buffer.from("attStmt"),
        Buffer.from([0xa0, 0x68]),
        Buffer.from("authData"),
        length,
        data,
      ]);
      const clientDataJSON = clientData("webauthn.create", challenge, site);
      return {
        ...credential,
        response: {
          clientDataJSON: clientDataJSON.toString("base64url"),
          attestationObject: object.toString("base64url"),
          transports: ["internal"],
        },
      };
    },
    sign(challenge, site, { verified = true } = {}) {
      const data = authenticatorData(site, verified ? PRESENT | VERIFIED : PRESENT);
      const clientDataJSON = clientData("webauthn.get", challenge, site);
      const signature = sign("sha256", Buffer.concat([data, sha256(clientDataJSON)]), privateKey);
      return {
        ...credential,
        response: {
          clientDataJSON: clientDataJSON.toString("base64url"),
          authenticatorData: data.toString("base64url"),
          signature: signature.toString("base64url"),
          userHandle: null,
        },
      };
    },
  };
}

const PRESENT = 0x01;
const VERIFIED = 0x04;
const ATTESTED = 0x40;

function clientData(type: string, challenge: string, { origin }: Site): Buffer {
  return Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false }));
}

function sha256(bytes: string | Uint8Array): Buffer {
  return createHash("sha256").update(bytes).digest();
}
