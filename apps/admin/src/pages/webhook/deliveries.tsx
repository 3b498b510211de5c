import { useInfiniteQuery, useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { WebhookDelivery } from '../../api/names.ts'
import { type DeliveryStatus, resendDelivery, webhookDeliveriesQuery } from '../../api/webhooks.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { Choice } from '../../parts/controls/choice.tsx'
import { FilterBar } from '../../parts/filter-bar/filter-bar.tsx'
import { StateMark } from '../../parts/state-mark/state-mark.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { View } from '../../parts/view-states/view.tsx'
import { When } from '../../parts/when/when.tsx'
import { shownDelivery } from '../../shell/delivery-words.ts'
import { problem } from '../../shell/problem.tsx'
import { useMay } from '../../shell/use-may.ts'
import { locale, texts } from '../../texts/texts.ts'
import { Attempts } from './attempts.tsx'
import css from './page.module.css'
import { deliveryStatuses } from './search.ts'

const words = texts.webhooks

/** What became of each event at a webhook, the latest first. Which one is open stands in the address. */
export function Deliveries({ webhookId }: { readonly webhookId: string }) {
  const { status, peek } = useSearch({ from: '/shell/webhooks/$id' })
  const navigate = useNavigate({ from: '/webhooks/$id' })
  const deliveries = useInfiniteQuery(webhookDeliveriesQuery(webhookId, status))
  const columns: readonly Column<WebhookDelivery>[] = [
    {
      title: words.event,
      cell: ({ id, eventType }) => (
        <>
          <Link
            to="/webhooks/$id"
            params={{ id: webhookId }}
            search={{ ...(status && { status }), ...(peek !== id && { peek: id }) }}
            resetScroll={false}
            aria-expanded={peek === id}
          >
            {eventType}
          </Link>
          {peek === id && <Attempts webhookId={webhookId} deliveryId={id} />}
        </>
      ),
    },
    { title: words.when, cell: ({ eventAt }) => <When at={eventAt} locale={locale} /> },
    { title: words.status, cell: (delivery) => <StateMark {...shownDelivery(delivery.status)} /> },
    { title: words.attempts, cell: ({ attemptCount }) => texts.number(attemptCount), isNumber: true },
    { title: words.answer, cell: ({ lastStatus, attemptCount }) => lastStatus ?? (attemptCount === 0 ? '–' : words.noAnswer) },
    { title: words.nextAttempt, cell: ({ nextAttemptAt }) => <When at={nextAttemptAt} locale={locale} /> },
    { title: texts.connections.actions, cell: (delivery) => <Resend delivery={delivery} /> },
  ]
  return (
    <section>
      <h2 className={css.heading}>{words.deliveries}</h2>
      <FilterBar>
        <Choice<DeliveryStatus>
          none={texts.runs.all}
          label={words.status}
          value={status}
          choices={deliveryStatuses.map((name) => [name, words.statuses[name]])}
          onChange={(next) => void navigate({ search: next ? { status: next } : {} })}
        />
      </FilterBar>
      <View query={{ ...deliveries, data: deliveries.data?.pages.flatMap(({ items }) => items) }} words={texts} problem={problem}>
        {(rows) =>
          rows.length === 0 ? (
            <p>{status ? words.noneFits : words.noDeliveries}</p>
          ) : (
            <>
              <DataTable caption={words.deliveries} columns={columns} rows={rows} keyOf={({ id }) => id} />
              <p className={css.end}>
                {texts.runs.shown(rows.length, deliveries.hasNextPage)}{' '}
                {deliveries.hasNextPage && (
                  <ActionButton onPress={() => void deliveries.fetchNextPage()} isDisabled={deliveries.isFetchingNextPage}>
                    {texts.runs.more}
                  </ActionButton>
                )}
              </p>
            </>
          )
        }
      </View>
    </section>
  )
}

function Resend({ delivery: { id, webhookId, eventType } }: { readonly delivery: WebhookDelivery }) {
  const queries = useQueryClient()
  const may = useMay('operator')
  const resend = useMutation({
    mutationFn: () => resendDelivery(webhookId, id),
    onSettled: () => queries.invalidateQueries({ queryKey: ['webhooks'] }),
  })
  return (
    <>
      <ActionButton onPress={() => resend.mutate()} isDisabled={!may || resend.isPending} label={words.resendOf(eventType)}>
        {resend.isPending ? words.testing : words.resend}
      </ActionButton>
      {resend.error && problem(resend.error)}
    </>
  )
}
