import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { BrowserSession } from '../../api/names.ts'
import { endSession, sessionsQuery } from '../../api/session.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { View } from '../../parts/view-states/view.tsx'
import { When } from '../../parts/when/when.tsx'
import { problem } from '../../shell/problem.tsx'
import { locale, texts } from '../../texts/texts.ts'
import css from './page.module.css'

const words = texts.settings

const columns: readonly Column<BrowserSession>[] = [
  { title: words.who, cell: ({ name, role }) => `${name} · ${role}` },
  { title: words.since, cell: ({ createdAt }) => <When at={createdAt} locale={locale} /> },
  { title: words.seen, cell: ({ seenAt }) => <When at={seenAt} locale={locale} /> },
  { title: words.until, cell: ({ expiresAt }) => <When at={expiresAt} locale={locale} /> },
  {
    title: words.from,
    cell: ({ ipAddress, userAgent }) => (
      <>
        {ipAddress ?? '–'} <span className={css.note}>{userAgent}</span>
      </>
    ),
  },
  { title: texts.connections.actions, cell: (session) => <End session={session} /> },
]

/** The browsers that have signed in with the reader's key; for admins all. */
export function SessionsTab() {
  const sessions = useQuery(sessionsQuery)
  return (
    <View query={sessions} words={texts} problem={problem}>
      {(rows) => (
        <section className={css.tab}>
          {rows.length === 0 ? (
            <p>{words.noSessions}</p>
          ) : (
            <DataTable caption={words.sessions} columns={columns} rows={rows} keyOf={({ id }) => id} />
          )}
        </section>
      )}
    </View>
  )
}

function End({ session: { id, name, ipAddress } }: { readonly session: BrowserSession }) {
  const queries = useQueryClient()
  const end = useMutation({
    mutationFn: () => endSession(id),
    onSettled: () => queries.invalidateQueries({ queryKey: ['sessions'] }),
  })
  return (
    <>
      <ActionButton onPress={() => end.mutate()} isDisabled={end.isPending} label={words.endOf(name, ipAddress ?? '–')}>
        {words.end}
      </ActionButton>
      {end.error && problem(end.error)}
    </>
  )
}
