import type { Random } from "../../../shared/random.ts";
import type { Change } from "./watched-disk.ts";

type Write = Extract<Change, { kind: "write" }>;
type Truncate = Extract<Change, { kind: "truncate" }>;

/** The first `size` bytes of what is held; zeros behind. */
interface Bytes {
  held: Buffer;
  size: number;
}

/** A file's content, whatever its name. */
interface Content {
  /** On the disk for certain. */
  synced: Bytes;
  /** Changed since: on the disk or not. */
  since: (Write | Truncate)[];
}

/** The files of one folder as a disk holds them while a program changes them. */
export interface CutDisk {
  /** The program's next change. */
  take(change: Change): void;
  /** The files as they are found when the power is cut now: what was flushed, and of the rest what chance kept. */
  cut(random: Random): Map<string, Buffer>;
}

/** What a disk writes whole or not at all. */
const SECTOR_BYTES = 512;

/** `files`: what is on the disk before the first change. */
export function createCutDisk(files: ReadonlyMap<string, Buffer>): CutDisk {
  const named = new Map<string, Content>();
  for (const [name, bytes] of files)
    named.set(name, { synced: { held: Buffer.from(bytes), size: bytes.length }, since: [] });
  /** Names on the disk for certain, and what was made or taken away since the folder was flushed. */
  let kept = new Map(named);
  const since: { name: string; content: Content | null }[] = [];

  function name(file: string, content: Content | null): void {
    if (content === null) named.delete(file);
    else named.set(file, content);
    since.push({ name: file, content });
  }

  function flush(file: string): void {
    if (file === ".") {
      kept = new Map(named);
      since.length = 0;
      return;
    }
    const content = named.get(file);
    if (content === undefined) return;
    for (const change of content.since) apply(content.synced, change);
    content.since = [];
  }

  return {
    take(change) {
      if (change.kind === "create")
        name(change.file, { synced: { held: Buffer.alloc(0), size: 0 }, since: [] });
      else if (change.kind === "unlink") name(change.file, null);
      else if (change.kind === "sync") flush(change.file);
      else if (change.kind === "write" || change.kind === "truncate")
        named.get(change.file)?.since.push(change);
    },
    cut(random) {
      const found = new Map(kept);
      // A folder's changes reach the disk in their order.
      for (const { name: file, content } of since.slice(0, random.between(0, since.length)))
        if (content === null) found.delete(file);
        else found.set(file, content);
      return new Map([...found].map(([file, content]) => [file, contentAfterCut(content, random)]));
    },
  };
}

/** Some cuts keep all, some nothing, some a beginning; most keep and tear as chance has it. */
function contentAfterCut({ synced, since }: Content, random: Random): Buffer {
  const content: Bytes = { held: Buffer.from(bytesOf(synced)), size: synced.size };
  const how = random.pick(["all", "nothing", "beginning", "chance", "chance", "chance"]);
  const reached =
    how === "nothing" ? 0 : how === "beginning" ? random.between(0, since.length) : since.length;
  for (const change of since.slice(0, reached)) {
    const fate = how === "chance" ? random.pick(["kept", "dropped", "torn"]) : "kept";
    if (fate === "kept" || (fate === "torn" && change.kind === "truncate")) apply(content, change);
    else if (fate === "torn") tear(content, change as Write, random);
  }
  return bytesOf(content);
}

/** About half of the sectors of a write. Where it made the file longer, the others hold what the disk held before. */
function tear(content: Bytes, { file, offset, bytes }: Write, random: Random): void {
  const { size } = content;
  reserve(content, offset + bytes.length);
  if (content.size > size) content.held.fill(random.below(256), size, content.size);
  for (let at = 0; at < bytes.length; ) {
    const end = Math.min(bytes.length, at + SECTOR_BYTES - ((offset + at) % SECTOR_BYTES));
    if (random.chance(5_000))
      apply(content, { kind: "write", file, offset: offset + at, bytes: bytes.subarray(at, end) });
    at = end;
  }
}

function apply(content: Bytes, change: Write | Truncate): void {
  if (change.kind === "write") {
    reserve(content, change.offset + change.bytes.length);
    change.bytes.copy(content.held, change.offset);
    return;
  }
  reserve(content, change.size);
  content.held.fill(0, change.size, content.size);
  content.size = change.size;
}

/** Makes the file at least so long, with zeros. */
function reserve(content: Bytes, size: number): void {
  if (size > content.held.length) {
    const held = Buffer.alloc(2 * size);
    content.held.copy(held, 0, 0, content.size);
    content.held = held;
  }
  content.size = Math.max(content.size, size);
}

function bytesOf({ held, size }: Bytes): Buffer {
  return held.subarray(0, size);
}
