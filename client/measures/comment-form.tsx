import { Trans, useLingui } from "@lingui/react/macro";
import { Button, Textarea } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { formatDateShort } from "../../shared/format/dates.ts";
import { newId } from "../../shared/ids.ts";
import { UNIT_DECIMALS } from "../../shared/measure-figures.ts";
import { measureEntrySchema } from "../../shared/measures.ts";
import type { FieldErrors } from "../form-issues.ts";
import { readForm } from "../form-issues.ts";
import { useTRPC } from "../trpc.ts";
import { DateField } from "../ui/date-field.tsx";
import { useLocale } from "../ui/locale.ts";
import { NumberField } from "../ui/number-field.tsx";
import { showDoneToast } from "../ui/toasts.tsx";
import type { MeasureDetail } from "./measure-data.ts";
import classes from "./measures.module.css";

/** What happened, and the value of a day where no figure of the product says it. */
export function CommentForm({ measure }: { measure: MeasureDetail }): React.ReactNode {
  const { t } = useLingui();
  const locale = useLocale();
  const trpc = useTRPC();
  const client = useQueryClient();
  const isTyped = measure.figure === "TYPED";
  const today = formatDateShort(measure.today, "fr");
  const [id, setId] = useState(newId);
  const [text, setText] = useState("");
  const [typed, setTyped] = useState({ text: "", value: null as number | null });
  const [day, setDay] = useState({ text: today, date: measure.today as string | null });
  const [errors, setErrors] = useState<FieldErrors>({});
  const add = useMutation(
    trpc.measures.addEntry.mutationOptions({
      onSuccess: async () => {
        setId(newId());
        setText("");
        setTyped({ text: "", value: null });
        setDay({ text: today, date: measure.today });
        await client.invalidateQueries(trpc.measures.pathFilter());
        showDoneToast(t`Ajouté à l'histoire de la mesure`);
      },
    }),
  );

  function submit(): void {
    const hasValue = typed.text.trim() !== "";
    if (hasValue && typed.value === null) return;
    const entry = {
      id,
      measureId: measure.id,
      text,
      value: hasValue ? typed.value : null,
      measuredOn: hasValue ? (day.date ?? "") : null,
    };
    const reading = readForm(measureEntrySchema, entry, locale);
    setErrors(reading.ok ? {} : reading.errors);
    if (reading.ok) add.mutate({ entry: reading.value });
  }

  return (
    <form
      className={classes.comment}
      noValidate
      data-no-print
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {isTyped && (
        <>
          <NumberField
            label={t`Valeur relevée`}
            decimals={UNIT_DECIMALS.typed}
            unit={measure.unitText ?? ""}
            rightSectionWidth="8rem"
            value={typed.text}
            error={errors.value}
            onChange={(shown, value) => setTyped({ text: shown, value })}
          />
          <DateField
            label={t`Relevée le`}
            context={{ today: measure.today }}
            value={day.text}
            error={errors.measuredOn}
            onChange={(shown, date) => setDay({ text: shown, date })}
          />
        </>
      )}
      <Textarea
        label={t`Commentaire`}
        description={t`Daté et signé de votre nom ; il ne se modifie plus ensuite.`}
        autosize
        minRows={2}
        value={text}
        error={errors.text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <div>
        <Button type="submit" variant="default" loading={add.isPending}>
          <Trans>Ajouter</Trans>
        </Button>
      </div>
    </form>
  );
}
