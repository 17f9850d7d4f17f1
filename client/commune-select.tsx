import { useQuery } from "@tanstack/react-query";
import type { Commune } from "../shared/territories.ts";
import { useTRPC, useTRPCClient } from "./trpc.ts";
import type { SearchOption } from "./ui/search-select.tsx";
import { SearchSelect } from "./ui/search-select.tsx";

export interface CommuneSelectProps {
  label: string;
  /** INSEE code; null: none chosen. */
  code: string | null;
  onChange: (code: string | null) => void;
  description?: React.ReactNode;
  error?: React.ReactNode;
  required?: boolean;
}

/** A commune by its name or postcode; the département tells namesakes apart. */
export function CommuneSelect({ code, onChange, ...rest }: CommuneSelectProps): React.ReactNode {
  const trpc = useTRPC();
  const client = useTRPCClient();
  const known = useQuery({
    ...trpc.territories.communes.queryOptions({ codes: code === null ? [] : [code] }),
    enabled: code !== null,
  });
  const commune = known.data?.find((candidate) => candidate.code === code);
  async function load(typed: string): Promise<SearchOption[]> {
    const found = await client.territories.searchCommunes.query({ text: typed.slice(0, 100) });
    return found.map(communeOption);
  }
  return (
    <SearchSelect
      {...rest}
      value={
        code === null ? null : commune === undefined ? { value: code, label: code } : communeOption(commune)
      }
      onChange={(option) => onChange(option?.value ?? null)}
      load={load}
    />
  );
}

function communeOption({ code, name, departement, postcodes }: Commune): SearchOption {
  return { value: code, label: `${name} (${departement})`, detail: postcodes.slice(0, 3).join(", ") };
}
