import { spawnSync } from "node:child_process";
import { closeSync, openSync, readFileSync, readSync, writeFileSync, writeSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

/** The library that stands between a program and its files, compiled for this machine. */
export interface DiskLibrary {
  /** For the program: what it changes in `folder` is written to `log`, and operations fail as `faults` says. */
  env(asked: { folder: string; log?: string; faults?: DiskFaults }): NodeJS.ProcessEnv;
  remove(): Promise<void>;
}

/** Null: this system has no C compiler, or no such libraries. */
export async function compileDiskLibrary(): Promise<DiskLibrary | null> {
  if (process.platform !== "linux" || spawnSync("cc", ["--version"]).status !== 0) return null;
  const folder = await mkdtemp(join(tmpdir(), "bonnepart-disk-"));
  const file = join(folder, "disk.so");
  const source = join(import.meta.dirname, "disk.c");
  const { status, stderr } = spawnSync("cc", [
    "-shared",
    "-fPIC",
    "-O2",
    "-o",
    file,
    source,
    "-ldl",
    "-lpthread",
  ]);
  if (status !== 0) throw new Error(`disk.c: ${stderr.toString()}`);
  return {
    env: ({ folder: watched, log, faults }) => ({
      LD_PRELOAD: file,
      DISK_FOLDER: watched,
      ...(log === undefined ? {} : { DISK_LOG: log }),
      ...(faults === undefined ? {} : { DISK_FAULTS: faults.file }),
    }),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

/** One thing that a program did to a file, in the order in which it was done. */
export type Change =
  | { kind: "write"; file: string; offset: number; bytes: Buffer }
  | { kind: "truncate"; file: string; size: number }
  | { kind: "sync" | "create" | "unlink"; file: string };

const KINDS = ["", "write", "truncate", "sync", "create", "unlink"] as const;
const HEADER_BYTES = 24;

/** The changes of a log, each file by its name; the folder itself is ".". */
export function readChanges(log: string, folder: string): Change[] {
  const all = readFileSync(log);
  const changes: Change[] = [];
  for (let at = 0; at + HEADER_BYTES <= all.length; ) {
    const kind = KINDS[all.readUInt32LE(at)];
    const name = at + HEADER_BYTES + all.readUInt32LE(at + 4);
    const offset = Number(all.readBigUInt64LE(at + 8));
    const end = name + Number(all.readBigUInt64LE(at + 16));
    const path = all.toString("utf8", at + HEADER_BYTES, name);
    const file = path === folder ? "." : basename(path);
    if (kind === "write") changes.push({ kind, file, offset, bytes: all.subarray(name, end) });
    else if (kind === "truncate") changes.push({ kind, file, size: offset });
    else if (kind === undefined || kind === "") throw new Error(`${log} cannot be read at ${at}.`);
    else changes.push({ kind, file });
    at = end;
  }
  return changes;
}

/** Errors of Linux. */
const ERRORS = { EIO: 5, ENOSPC: 28 } as const;
const OPERATIONS = { read: 1, write: 2, sync: 3 } as const;

export interface Fault {
  operation: keyof typeof OPERATIONS;
  error: keyof typeof ERRORS;
  /** From the k-th operation on, from 1, so many fail. */
  k: number;
  times: number;
}

/** Which operations of a running program fail. */
export interface DiskFaults {
  file: string;
  /** Null: none any more. Returns how many failed since it was last told. */
  set(fault: Fault | null): number;
  close(): void;
}

/** Faults of the programs that are started with this file, none at first. */
export function openDiskFaults(file: string): DiskFaults {
  writeFileSync(file, Buffer.alloc(20));
  const handle = openSync(file, "r+");
  return {
    file,
    set(fault) {
      // The kind goes first and comes last: the program never sees half of a fault.
      writeSync(handle, words(0), 0, 4, 0);
      const failed = Buffer.alloc(4);
      readSync(handle, failed, 0, 4, 16);
      if (fault !== null) {
        writeSync(handle, words(fault.k, fault.times, ERRORS[fault.error], 0), 0, 16, 4);
        writeSync(handle, words(OPERATIONS[fault.operation]), 0, 4, 0);
      }
      return failed.readInt32LE(0);
    },
    close: () => closeSync(handle),
  };
}

function words(...values: number[]): Buffer {
  const buffer = Buffer.alloc(4 * values.length);
  for (const [at, value] of values.entries()) buffer.writeInt32LE(value, 4 * at);
  return buffer;
}
