import { Plural, Trans, useLingui } from "@lingui/react/macro";
import { Button, Title } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { formatKg } from "../../shared/format/measures.ts";
import { CUT_LABELS, SUBSTITUTION_REASON_LABELS, SUBSTITUTION_REASONS } from "../../shared/legumerie.ts";
import { REFUSAL_REASON_LABELS, REFUSAL_REASONS } from "../../shared/refusals.ts";
import { useSession } from "../session-context.tsx";
import { useTRPC } from "../trpc.ts";
import { TextLink } from "../ui/links.tsx";
import { useLocale } from "../ui/locale.ts";
import { DateText } from "../ui/values.tsx";
import { Badge } from "./badge.tsx";
import classes from "./legumerie.module.css";
import type { CanteenLegumeries } from "./workshop.ts";
import { nameIn } from "./workshop.ts";

type Notice = CanteenLegumeries["notices"][number];

/** What the workshops tell the canteen: replaced, refused, declined. Those read stay below, in one fold. */
export function CanteenNotices({
  canteenId,
  notices,
}: {
  canteenId: string;
  notices: readonly Notice[];
}): React.ReactNode {
  const { t } = useLingui();
  const { holds } = useSession();
  const queryClient = useQueryClient();
  const read = useMutation(
    useTRPC().legumerieRequests.readNotices.mutationOptions({
      onSuccess: () => queryClient.invalidateQueries(),
    }),
  );
  const fresh = notices.filter(({ readOn }) => readOn === null);
  const old = notices.filter(({ readOn }) => readOn !== null);
  if (notices.length === 0) return null;
  return (
    <section aria-labelledby="notices">
      <Title order={2} id="notices" mb="sm">
        <Trans>Ce que la légumerie vous dit</Trans>
      </Title>
      {fresh.length > 0 && (
        <>
          <NoticeList notices={fresh} label={t`À lire`} />
          {holds("orders.draft") && (
            <Button
              size="md"
              variant="default"
              loading={read.isPending}
              onClick={() => read.mutate({ canteenId, ids: fresh.map(({ id }) => id) })}
            >
              <Trans>J'ai lu</Trans>
            </Button>
          )}
        </>
      )}
      {old.length > 0 && (
        <details className={classes.fold}>
          <summary>
            <Plural value={old.length} one="# message déjà lu" other="# messages déjà lus" />
          </summary>
          <NoticeList notices={old} label={t`Déjà lus`} />
        </details>
      )}
    </section>
  );
}

function NoticeList({ notices, label }: { notices: readonly Notice[]; label: string }): React.ReactNode {
  const { canteen } = useSession();
  return (
    <ul className={classes.notices} aria-label={label}>
      {notices.map((notice) => (
        <li key={notice.id}>
          <NoticeText notice={notice} />{" "}
          {notice.outOfArea && (
            <Badge tone="warn">
              <Trans>pas entièrement du département</Trans>
            </Badge>
          )}
          <br />
          <span className={classes.detail}>
            <DateText date={notice.day} /> · {notice.legumerieName}
            {notice.orderId !== null && canteen !== null && (
              <>
                {" · "}
                <TextLink
                  to="/commandes/$canteenId/$orderId"
                  params={{ canteenId: canteen.id, orderId: notice.orderId }}
                >
                  <Trans>voir la commande</Trans>
                </TextLink>
              </>
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}

function NoticeText({ notice }: { notice: Notice }): React.ReactNode {
  const locale = useLocale();
  const weight = formatKg(notice.grams, locale);
  const name = nameIn({ name: notice.productName, nameEn: notice.productNameEn }, locale);
  const product = `${name}, ${CUT_LABELS[notice.cut][locale]}`;
  const words = notice.words ?? "";
  switch (notice.kind) {
    case "SUBSTITUTION": {
      const reason = SUBSTITUTION_REASONS.find((one) => one === notice.reason) ?? "OTHER";
      const why = SUBSTITUTION_REASON_LABELS[reason][locale];
      return (
        <Trans>
          <strong>Remplacement :</strong> {weight} de {product} au lieu de {words} ({why}).
        </Trans>
      );
    }
    case "REFUSAL": {
      const reason = REFUSAL_REASONS.find((one) => one === notice.reason) ?? "OTHER";
      const why = [REFUSAL_REASON_LABELS[reason][locale].toLocaleLowerCase(locale), words]
        .filter(Boolean)
        .join(", ");
      return (
        <Trans>
          <strong>Refus noté :</strong> {weight} de {product} ({why}). Ils ne sont pas payés.
        </Trans>
      );
    }
    case "DECLINED":
      return (
        <Trans>
          <strong>Pas possible :</strong> {weight} de {product}. {words}
        </Trans>
      );
  }
}
