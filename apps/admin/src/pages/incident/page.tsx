import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { isAhead } from '../../api/browser-clock.ts'
import { acknowledgeIncident, incidentQuery, snoozeIncident } from '../../api/incidents.ts'
import type { Incident } from '../../api/names.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { StateMark } from '../../parts/state-mark/state-mark.tsx'
import { DataTable } from '../../parts/table/data-table.tsx'
import { View } from '../../parts/view-states/view.tsx'
import { When } from '../../parts/when/when.tsx'
import { shownIncident } from '../../shell/incident-words.ts'
import { PageHead } from '../../shell/page-head.tsx'
import { problem } from '../../shell/problem.tsx'
import { UntilDialog } from '../../shell/until-dialog.tsx'
import { useConnectionName } from '../../shell/use-connection-name.ts'
import { useMay } from '../../shell/use-may.ts'
import { locale, texts } from '../../texts/texts.ts'
import css from './page.module.css'

const words = texts.incidents

/** One incident, to which messages link: what happened, who acts, what to do, and what became of it. */
export function IncidentPage() {
  const { id } = useParams({ from: '/shell/incidents/$id' })
  const incident = useQuery(incidentQuery(id))
  return (
    <View query={incident} words={texts} problem={problem}>
      {(found) => <Shown incident={found} />}
    </View>
  )
}

function Shown({ incident }: { readonly incident: Incident }) {
  const nameOf = useConnectionName()
  return (
    <>
      <PageHead title={incident.title} facts={<StateMark {...shownIncident(incident)} />}>
        <Actions incident={incident} />
      </PageHead>
      <section className={css.advice}>
        <p>
          <strong>{words.whoActs}:</strong> {texts.actors[incident.whoActs]}
        </p>
        <p>
          <strong>{texts.run.whatToDo}:</strong> {incident.hint} <code>{incident.cause}</code>
        </p>
        {isAhead(incident.snoozedUntil) && (
          <p>
            {words.snoozedUntil} <When at={incident.snoozedUntil} locale={locale} />
          </p>
        )}
        {incident.acknowledgedBy && <p>{words.acknowledgedBy(incident.acknowledgedBy)}</p>}
      </section>
      <h2 className={css.heading}>{words.connections}</h2>
      <ul>
        {incident.connectionIds.map((id) => (
          <li key={id}>
            <Link to="/erp-connections/$id" params={{ id }}>
              {nameOf(id)}
            </Link>
          </li>
        ))}
      </ul>
      <h2 className={css.heading}>{words.timeline}</h2>
      <DataTable
        caption={words.timeline}
        rows={incident.timeline}
        keyOf={({ at, message }) => `${at} ${message}`}
        columns={[
          { title: words.when, cell: ({ at }) => <When at={at} locale={locale} /> },
          { title: words.what, cell: ({ what, message }) => words.event(what, message) },
          { title: words.by, cell: ({ by }) => by ?? '' },
        ]}
      />
      {incident.lastRunId && (
        <p>
          <Link to="/sync-logs/$id" params={{ id: incident.lastRunId }}>
            {words.lastRun}
          </Link>
        </p>
      )}
    </>
  )
}

/** What people do about an incident that is not over. */
function Actions({ incident }: { readonly incident: Incident }) {
  const { id, title, status } = incident
  const queries = useQueryClient()
  const may = useMay('operator')
  const refresh = { onSettled: () => queries.invalidateQueries({ queryKey: ['incidents'] }) }
  const acknowledge = useMutation({ mutationFn: () => acknowledgeIncident(id), ...refresh })
  const snooze = useMutation({ mutationFn: (until: string | null) => snoozeIncident(id, until), ...refresh })
  const failed = acknowledge.error ?? snooze.error
  if (status === 'closed') return null
  return (
    <>
      {isAhead(incident.snoozedUntil) ? (
        <ActionButton onPress={() => snooze.mutate(null)} isDisabled={!may || snooze.isPending}>
          {words.wake}
        </ActionButton>
      ) : (
        <UntilDialog
          trigger={<ActionButton isDisabled={!may || snooze.isPending}>{words.snooze}</ActionButton>}
          title={words.snoozeTitle(title)}
          action={words.snooze}
          onUntil={(until) => snooze.mutate(until)}
        >
          <p>{words.snoozeText}</p>
        </UntilDialog>
      )}
      {status === 'open' && (
        <ActionButton isMain onPress={() => acknowledge.mutate()} isDisabled={!may || acknowledge.isPending}>
          {words.acknowledge}
        </ActionButton>
      )}
      {failed && problem(failed)}
    </>
  )
}
