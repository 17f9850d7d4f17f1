import { Trans, useLingui } from "@lingui/react/macro";
import { Button, NativeSelect, TextInput } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { addDays } from "../../shared/calendar.ts";
import { formatDateShort } from "../../shared/format/dates.ts";
import { formatKg } from "../../shared/format/measures.ts";
import { requestSchema } from "../../shared/legumerie/requests.ts";
import type { Cut } from "../../shared/legumerie.ts";
import { CUT_LABELS, CUTS } from "../../shared/legumerie.ts";
import { readToday } from "../today.ts";
import { useTRPC } from "../trpc.ts";
import choices from "../ui/choices.module.css";
import { DateField } from "../ui/date-field.tsx";
import { useLocale } from "../ui/locale.ts";
import { NumberField } from "../ui/number-field.tsx";
import type { SearchOption } from "../ui/search-select.tsx";
import { SearchSelect } from "../ui/search-select.tsx";
import classes from "./legumerie.module.css";
import { dateOf, scaledOf, textOf } from "./lot-draft.ts";
import { useLedgerSave } from "./use-ledger-save.ts";
import { useSearches } from "./use-searches.ts";
import type { OfferedProduct } from "./workshop.ts";
import { nameIn } from "./workshop.ts";

interface RequestFormProps {
  id: string;
  canteenId: string;
  legumerieId: string;
  /** Null: the canteen names what it wants. */
  product: OfferedProduct | null;
  onSaved: () => void;
}

/** How far ahead a delivery is asked for, unless said: workshops deliver within two days. */
const USUAL_DAYS_AHEAD = 2;

/** What a canteen asks: how much, for when, once or every week. */
export function RequestForm(props: RequestFormProps): React.ReactNode {
  const { id, canteenId, legumerieId, product, onSaved } = props;
  const { t } = useLingui();
  const locale = useLocale();
  const [today] = useState(readToday);
  const [chosen, setChosen] = useState<SearchOption | null>(() =>
    product === null
      ? null
      : {
          value: product.productId,
          label: nameIn({ name: product.productName, nameEn: product.productNameEn }, locale),
        },
  );
  const [cut, setCut] = useState<Cut>(product?.cut ?? "GRATED");
  const [kg, setKg] = useState("");
  const [weekly, setWeekly] = useState(false);
  const [wanted, setWanted] = useState(() => formatDateShort(addDays(today, USUAL_DAYS_AHEAD), "fr"));
  const [organic, setOrganic] = useState(false);
  const [note, setNote] = useState("");
  const { loadVegetables } = useSearches();
  const save = useMutation(useTRPC().legumerieRequests.ask.mutationOptions());
  const { errors, submit } = useLedgerSave(requestSchema, onSaved);
  const free = product?.freeGrams ?? 0;
  const grams = scaledOf(kg, 3) ?? 0;
  return (
    <form
      noValidate
      className={classes.touch}
      onSubmit={(event) => {
        event.preventDefault();
        const typed = { id, legumerieId, productId: chosen?.value ?? null, cut, grams: scaledOf(kg, 3) };
        submit(
          { ...typed, weekly, organic, wantedOn: dateOf(wanted, today), note: textOf(note) },
          { mutate: (request, options) => save.mutate({ canteenId, request }, options) },
        );
      }}
    >
      {product === null ? (
        <div className={classes.fields}>
          <SearchSelect
            label={t`Légume`}
            required
            value={chosen}
            load={loadVegetables}
            onChange={setChosen}
            error={errors.productId}
          />
          <NativeSelect
            label={t`Découpe`}
            value={cut}
            data={CUTS.map((value) => ({ value, label: CUT_LABELS[value][locale] }))}
            onChange={(event) => setCut(CUTS.find((one) => one === event.currentTarget.value) ?? cut)}
          />
        </div>
      ) : (
        <strong>
          {chosen?.label}, {CUT_LABELS[cut][locale]}
        </strong>
      )}
      <fieldset className={choices.choices}>
        <legend>
          <Trans>Combien de fois</Trans>
        </legend>
        {[false, true].map((value) => (
          <label key={String(value)} className={choices.choice}>
            <input type="radio" name="weekly" checked={weekly === value} onChange={() => setWeekly(value)} />
            {value ? <Trans>chaque semaine</Trans> : <Trans>une fois</Trans>}
          </label>
        ))}
      </fieldset>
      <label className={choices.choice}>
        <input
          type="checkbox"
          checked={organic}
          onChange={(event) => setOrganic(event.currentTarget.checked)}
        />
        <Trans>Bio seulement</Trans>
      </label>
      <div className={classes.fields}>
        <NumberField
          label={weekly ? t`Kilos par semaine` : t`Kilos`}
          description={t`Prêts à cuire`}
          required
          data-autofocus
          decimals={3}
          unit="kg"
          value={kg}
          onChange={setKg}
          error={errors.grams}
        />
        <DateField
          label={weekly ? t`À partir du` : t`Pour le`}
          required
          context={{ today }}
          value={wanted}
          onChange={setWanted}
          error={errors.wantedOn}
        />
        <TextInput
          label={t`Précision`}
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
          error={errors.note}
        />
      </div>
      {!weekly && grams > free && (
        <div className={classes.balance} data-tone="warn" role="status">
          <Missing free={free} missing={grams - free} />
        </div>
      )}
      <Button type="submit" size="md" loading={save.isPending}>
        <Trans>Envoyer à la légumerie</Trans>
      </Button>
    </form>
  );
}

function Missing({ free, missing }: { free: number; missing: number }): React.ReactNode {
  const locale = useLocale();
  const left = formatKg(free, locale);
  const more = formatKg(missing, locale);
  if (free === 0)
    return <Trans>Rien n'est en stock : votre demande attendra que la légumerie la produise.</Trans>;
  return (
    <Trans>
      {left} sont en stock ; {more} attendront que la légumerie les produise.
    </Trans>
  );
}
