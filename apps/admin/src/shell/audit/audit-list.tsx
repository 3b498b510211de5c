import { useInfiniteQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { auditQuery } from '../../api/audit.ts'
import type { AuditEvent } from '../../api/names.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { StateMark } from '../../parts/state-mark/state-mark.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { View } from '../../parts/view-states/view.tsx'
import { When } from '../../parts/when/when.tsx'
import { locale, texts } from '../../texts/texts.ts'
import { problem } from '../problem.tsx'
import { useConnectionName } from '../use-connection-name.ts'
import css from './audit.module.css'
import { AuditDetails } from './audit-details.tsx'
import type { AuditSearch } from './audit-filter.ts'

const words = texts.audit

export interface AuditListProps {
  readonly search: AuditSearch
  /** Makes a link that opens an event, or closes it with undefined. */
  readonly linkTo: (peek: string | undefined, children: ReactNode) => ReactNode
}

/** What was done, in sentences; the latest first. */
export function AuditList({ search: { peek, ...filter }, linkTo }: AuditListProps) {
  const events = useInfiniteQuery(auditQuery(filter))
  const nameOf = useConnectionName()
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  const columns: readonly Column<AuditEvent>[] = [
    {
      title: words.what,
      cell: (event) => (
        <>
          {linkTo(event.id === peek ? undefined : event.id, sentenceOf(event, nameOf))}
          {event.id === peek && <AuditDetails event={event} />}
        </>
      ),
    },
    { title: words.when, cell: ({ at }) => <When at={at} locale={locale} /> },
    {
      title: words.outcome,
      cell: ({ outcome }) =>
        outcome === 'ok' ? <StateMark mark="ok" word={words.ok} /> : <StateMark mark="error" word={words.failed(outcome)} />,
    },
    { title: words.from, cell: ({ ipAddress }) => ipAddress ?? '–' },
  ]
  return (
    <View query={{ ...events, data: events.data?.pages.flatMap(({ items }) => items) }} words={texts} problem={problem}>
      {(rows) =>
        rows.length === 0 ? (
          <p>{isFiltered ? words.noneFits : words.none}</p>
        ) : (
          <>
            <DataTable caption={words.title} columns={columns} rows={rows} keyOf={({ id }) => id} />
            <p className={css.end}>
              {texts.runs.shown(rows.length, events.hasNextPage)}{' '}
              {events.hasNextPage && (
                <ActionButton onPress={() => void events.fetchNextPage()} isDisabled={events.isFetchingNextPage}>
                  {texts.runs.more}
                </ActionButton>
              )}
            </p>
          </>
        )
      }
    </View>
  )
}

const maxFields = 3

function sentenceOf({ action, actor, target, changes }: AuditEvent, nameOf: (id: string) => string): string {
  const object = target === null ? '–' : nameOf(target)
  const tell: ((target: string) => string) | undefined = words.did[action]
  const fields = action.endsWith('_updated') ? Object.keys(changes) : []
  const named = fields.slice(0, maxFields).join(', ') + (fields.length > maxFields ? ', …' : '')
  return words.sentence(actor.id, (tell?.(object) ?? words.otherwise(action, object)) + (named === '' ? '' : words.fields(named)))
}
