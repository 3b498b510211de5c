import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { Webhook } from '../../api/names.ts'
import { webhooksQuery } from '../../api/webhooks.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { StateMark } from '../../parts/state-mark/state-mark.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { View } from '../../parts/view-states/view.tsx'
import { When } from '../../parts/when/when.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { problem } from '../../shell/problem.tsx'
import { useMay } from '../../shell/use-may.ts'
import { locale, texts } from '../../texts/texts.ts'
import { NewWebhookForm } from './new-webhook-form.tsx'

const words = texts.webhooks

const columns: readonly Column<Webhook>[] = [
  {
    title: words.url,
    cell: ({ id, url, description }) => (
      <>
        <Link to="/webhooks/$id" params={{ id }}>
          {url}
        </Link>
        {description && <div>{description}</div>}
      </>
    ),
  },
  { title: words.events, cell: ({ events }) => (events.includes('*') ? words.allEvents : events.join(', ')) },
  {
    title: words.state,
    cell: ({ status }) => <StateMark mark={status === 'active' ? 'ok' : 'idle'} word={words[status]} />,
  },
  { title: words.last24, cell: ({ last24Hours: { delivered, failed, pending } }) => words.delivered(delivered, failed, pending) },
  { title: words.nextAttempt, cell: ({ nextAttemptAt }) => <When at={nextAttemptAt} locale={locale} relative /> },
]

/** Where events are posted to, and how that goes. */
export function WebhooksPage() {
  const { create } = useSearch({ from: '/shell/webhooks' })
  const navigate = useNavigate({ from: '/webhooks' })
  const webhooks = useQuery(webhooksQuery)
  const may = useMay('admin')
  return (
    <>
      <PageHead title={words.title}>
        {!create && (
          <ActionButton isMain isDisabled={!may} onPress={() => void navigate({ search: { create: true } })}>
            {words.newOne}
          </ActionButton>
        )}
        {!may && <span>{texts.needs('admin')}</span>}
      </PageHead>
      {create && may && <NewWebhookForm onClose={() => void navigate({ search: {} })} />}
      <View query={webhooks} words={texts} problem={problem}>
        {(rows) =>
          rows.length === 0 ? <p>{words.none}</p> : <DataTable caption={words.title} columns={columns} rows={rows} keyOf={({ id }) => id} />
        }
      </View>
    </>
  )
}
