/** A text and the encoding it was in. */
export interface DecodedText {
  text: string;
  /** As TextDecoder names it. */
  encoding: "utf-8" | "utf-16le" | "utf-16be" | "windows-1252";
  /** The file says its encoding by a byte-order mark. */
  mark: boolean;
}

const SAMPLE = 4_096;

/** Byte-order mark, else the null bytes of UTF-16, else strict UTF-8, else windows-1252, which reads any byte. */
export function decodeText(bytes: Uint8Array): DecodedText {
  if (startsWith(bytes, [0xef, 0xbb, 0xbf])) return decode(bytes.subarray(3), "utf-8", true);
  if (startsWith(bytes, [0xff, 0xfe])) return decode(bytes.subarray(2), "utf-16le", true);
  if (startsWith(bytes, [0xfe, 0xff])) return decode(bytes.subarray(2), "utf-16be", true);
  const wide = wideEncoding(bytes.subarray(0, SAMPLE));
  if (wide !== null) return decode(bytes, wide, false);
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8", mark: false };
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    return decode(bytes, "windows-1252", false);
  }
}

/** Latin text in UTF-16 has a null in nearly every pair, always on the same side. */
function wideEncoding(sample: Uint8Array): "utf-16le" | "utf-16be" | null {
  const pairs = Math.floor(sample.length / 2);
  if (pairs < 2) return null;
  let [even, odd] = [0, 0];
  for (let index = 0; index < pairs * 2; index++)
    if (sample[index] === 0) {
      if (index % 2 === 0) even += 1;
      else odd += 1;
    }
  if (odd > pairs * 0.7 && even < pairs * 0.1) return "utf-16le";
  return even > pairs * 0.7 && odd < pairs * 0.1 ? "utf-16be" : null;
}

function decode(bytes: Uint8Array, encoding: DecodedText["encoding"], mark: boolean): DecodedText {
  return { text: new TextDecoder(encoding).decode(bytes), encoding, mark };
}

function startsWith(bytes: Uint8Array, start: readonly number[]): boolean {
  return start.every((byte, index) => bytes[index] === byte);
}
