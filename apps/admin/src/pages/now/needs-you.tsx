import type { ERPOverview } from '@linkspan/client'
import { Link } from '@tanstack/react-router'
import type { Incident, Stream } from '../../api/names.ts'
import { StateMark } from '../../parts/state-mark/state-mark.tsx'
import { When } from '../../parts/when/when.tsx'
import { shownIncident } from '../../shell/incident-words.ts'
import { locale, texts } from '../../texts/texts.ts'
import { type Need, needsOf } from './needs.ts'
import css from './needs-you.module.css'

const words = texts.now

export interface NeedsYouProps {
  readonly overview: ERPOverview
  readonly incidents: readonly Incident[]
  readonly streams: readonly Stream[]
  /** In ms since 1970. */
  readonly checkedAt: number
  readonly nameOf: (connectionId: string) => string
}

/** What waits for a person, the most urgent first, with who acts; or that nothing does, and when that was checked. */
export function NeedsYou({ overview, incidents, streams, checkedAt, nameOf }: NeedsYouProps) {
  const needs = needsOf(overview, incidents, streams)
  const fresh = streams.filter(({ freshness }) => !freshness.late).length
  return (
    <section aria-labelledby="needs-you">
      <h2 id="needs-you">
        {words.needsYou} {needs.length > 0 && texts.number(needs.length)}
      </h2>
      {needs.length === 0 ? (
        <p>
          {words.allWell(fresh, streams.length)} {words.checked} <When at={new Date(checkedAt).toISOString()} locale={locale} />
        </p>
      ) : (
        <ul className={css.needs}>
          {needs.map((need) => (
            <li key={need.kind === 'incident' ? need.incident.id : need.kind} className={css.need} data-row>
              {need.kind === 'incident' ? <OpenIncident incident={need.incident} nameOf={nameOf} /> : <Waiting need={need} />}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function OpenIncident({ incident, nameOf }: { readonly incident: Incident; readonly nameOf: (id: string) => string }) {
  const { id, title, connectionId, openedAt, whoActs } = incident
  return (
    <>
      <StateMark {...shownIncident(incident)} />
      <Link to="/incidents/$id" params={{ id }} className={css.title}>
        {title}
      </Link>
      <span>
        {connectionId && `${nameOf(connectionId)} · `}
        <When at={openedAt} locale={locale} relative />
      </span>
      <span className={css.who}>
        {texts.incidents.whoActs}: {texts.actors[whoActs]}
      </span>
    </>
  )
}

/** Where the records stand that wait. */
function placeOf(kind: keyof typeof marks, { connectionId, dataType }: Stream) {
  if (kind === 'refused')
    return { to: '/erp-connections/$id/records', params: { id: connectionId }, search: { dataType, status: 'error' } } as const
  return { to: kind === 'rejects' ? '/rejects' : '/conflicts', search: { connection: connectionId, dataType } } as const
}

const marks = { refused: 'error', conflicts: 'clash', rejects: 'warn' } as const

function Waiting({ need: { kind, count, places } }: { readonly need: Exclude<Need, { kind: 'incident' }> }) {
  return (
    <>
      <StateMark mark={marks[kind]} word={words.waiting[kind](count)} />
      <span className={css.title}>
        {places.map(({ stream, count: here }, at) => (
          <span key={`${stream.connectionId} ${stream.dataType}`}>
            {at > 0 && ', '}
            <Link {...placeOf(kind, stream)}>
              {stream.connectionName} · {texts.dataTypes[stream.dataType]}
            </Link>
            {places.length > 1 && ` ${texts.number(here)}`}
          </span>
        ))}
      </span>
      <span className={css.who}>
        {texts.incidents.whoActs}: {texts.actors.record_owner}
      </span>
    </>
  )
}
