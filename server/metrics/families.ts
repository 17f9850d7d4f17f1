/** One line of /metrics. */
export interface Sample {
  /** Put after the family's name: `_count`, `_sum`, `_bucket`. */
  suffix?: string;
  labels?: Readonly<Record<string, string>>;
  value: number;
}

/** What is told under one name. */
export interface Family {
  /** With its unit last: `bonnepart_http_request_duration_seconds`. */
  name: string;
  help: string;
  type: "counter" | "gauge" | "histogram";
  samples: readonly Sample[];
}

/** The text format of Prometheus, version 0.0.4. */
export function writeFamilies(families: readonly Family[]): string {
  return families
    .flatMap(writeFamily)
    .map((line) => `${line}\n`)
    .join("");
}

/** The families of several processes as one list: each sample says its process. */
export function joinFamilies(processes: readonly { name: string; families: readonly Family[] }[]): Family[] {
  const joined = new Map<string, Family>();
  for (const { name: process, families } of processes)
    for (const family of families) {
      const samples = family.samples.map((sample) => ({ ...sample, labels: { ...sample.labels, process } }));
      const before = joined.get(family.name)?.samples ?? [];
      joined.set(family.name, { ...family, samples: [...before, ...samples] });
    }
  return [...joined.values()];
}

function writeFamily({ name, help, type, samples }: Family): string[] {
  const lines = samples.map(
    ({ suffix = "", labels = {}, value }) => `${name}${suffix}${writeLabels(labels)} ${writeNumber(value)}`,
  );
  return [`# HELP ${name} ${help}`, `# TYPE ${name} ${type}`, ...lines];
}

function writeLabels(labels: Readonly<Record<string, string>>): string {
  const pairs = Object.entries(labels).map(([label, value]) => `${label}="${escapeLabel(value)}"`);
  return pairs.length === 0 ? "" : `{${pairs.join(",")}}`;
}

function escapeLabel(value: string): string {
  return value.replaceAll("\\", "\\\\").replaceAll('"', '\\"').replaceAll("\n", "\\n");
}

function writeNumber(value: number): string {
  return value === Number.POSITIVE_INFINITY ? "+Inf" : String(value);
}
