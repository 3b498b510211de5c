import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { type AssignmentChange, assign, assignmentPreviewQuery, unassign } from '../../api/clients.ts'
import type { SiteERP } from '../../api/names.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { StateMark } from '../../parts/state-mark/state-mark.tsx'
import { DataTable } from '../../parts/table/data-table.tsx'
import { View } from '../../parts/view-states/view.tsx'
import { problem } from '../../shell/problem.tsx'
import { useConnectionName } from '../../shell/use-connection-name.ts'
import { texts } from '../../texts/texts.ts'
import type { Assignment } from './assignments.tsx'
import css from './clients.module.css'

const words = texts.clients

export interface ChangeProps {
  readonly change: AssignmentChange
  /** Those that the client or the site has. */
  readonly assignments: readonly Assignment[]
  /** After the change, and if it is not made after all. */
  readonly onDone: () => void
}

const shown = ({ source, connection }: SiteERP): string => (connection ? `${connection.name} (${words.sources[source]})` : words.noErp)

/** A change before it is made: every site with what serves it before and after. */
export function Change({ change, assignments, onDone }: ChangeProps) {
  const queries = useQueryClient()
  const name = useConnectionName()(change.erpConnectionId)
  const preview = useQuery(assignmentPreviewQuery(change))
  const known = assignments.find(({ erpConnectionId }) => erpConnectionId === change.erpConnectionId)
  const make = useMutation({
    mutationFn: async (): Promise<unknown> => (change.action === 'assign' ? assign(change, known) : known && unassign(change, known.id)),
    onSuccess: onDone,
    onSettled: () => queries.invalidateQueries({ queryKey: ['clients'] }),
  })
  const party = change.siteId ?? change.clientId
  const action = change.action === 'assign' ? words.assignTo(name, party) : words.removeFrom(name, party)
  return (
    <section className={css.change} aria-label={action}>
      <h3>{action}</h3>
      <View query={preview} words={texts} problem={problem}>
        {({ total, changed, next, sites }) => (
          <>
            <p role="status">
              {words.changes(changed, total)} {next !== null && words.moreExist}
            </p>
            {sites.length > 0 && (
              <DataTable
                caption={words.beforeAfter}
                rows={sites}
                keyOf={({ siteId }) => siteId}
                columns={[
                  { title: words.site, cell: ({ siteId, name: siteName }) => <bdi>{siteName ?? siteId}</bdi> },
                  { title: words.before, cell: ({ before }) => shown(before) },
                  { title: words.after, cell: ({ after }) => shown(after) },
                  {
                    title: words.outcome,
                    cell: ({ changes }) => <StateMark mark={changes ? 'warn' : 'idle'} word={changes ? words.isChanged : words.isSame} />,
                  },
                ]}
              />
            )}
            <div className={css.actions}>
              <ActionButton isMain isDisabled={make.isPending} onPress={() => make.mutate()}>
                {change.action === 'assign' ? words.assign : words.remove}
              </ActionButton>
              <ActionButton onPress={onDone}>{texts.cancel}</ActionButton>
            </div>
          </>
        )}
      </View>
      {make.error && problem(make.error)}
    </section>
  )
}
