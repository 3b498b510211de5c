import { useQuery } from '@tanstack/react-query'
import { useNavigate, useParams } from '@tanstack/react-router'
import { type FormEvent, useId } from 'react'
import { clientQuery, siteQuery } from '../../api/clients.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { View } from '../../parts/view-states/view.tsx'
import { problem } from '../../shell/problem.tsx'
import { texts } from '../../texts/texts.ts'
import css from './clients.module.css'
import { Party } from './party.tsx'
import { Why } from './why.tsx'

const words = texts.clients

/** Leads to a client or a site by its id: Linkspan knows only those that have an assignment or a name. */
export function NewParty() {
  const navigate = useNavigate()
  const [clientField, siteField] = [useId(), useId()]
  const go = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault()
    const given = new FormData(event.currentTarget)
    const [clientId, siteId] = [String(given.get('client')).trim(), String(given.get('site')).trim()]
    if (clientId === '') return
    if (siteId === '') void navigate({ to: '/clients/$clientId', params: { clientId } })
    else void navigate({ to: '/clients/$clientId/sites/$siteId', params: { clientId, siteId } })
  }
  return (
    <section className={css.panel} aria-label={words.assignNew}>
      <h2>{words.assignNew}</h2>
      <p>{words.assignNewHint}</p>
      <form className={css.form} onSubmit={go}>
        <div className={css.input}>
          <label htmlFor={clientField}>{words.clientId}</label>
          <input id={clientField} name="client" required />
        </div>
        <div className={css.input}>
          <label htmlFor={siteField}>{words.siteId}</label>
          <input id={siteField} name="site" />
        </div>
        <ActionButton type="submit">{words.open}</ActionButton>
      </form>
    </section>
  )
}

export function ClientPanel() {
  const { clientId } = useParams({ from: '/shell/clients/$clientId' })
  const client = useQuery(clientQuery(clientId))
  return (
    <View query={client} words={texts} problem={problem}>
      {({ name, defaultConnection, assignments }) => (
        <section className={css.panel} aria-label={name ?? clientId}>
          <Heading id={clientId} name={name} />
          <p>{defaultConnection ? words.clientUses(defaultConnection.name) : words.clientUsesNone}</p>
          <Party key={clientId} clientId={clientId} assignments={assignments} />
        </section>
      )}
    </View>
  )
}

export function SitePanel() {
  const { clientId, siteId } = useParams({ from: '/shell/clients/$clientId/sites/$siteId' })
  const site = useQuery(siteQuery(clientId, siteId))
  return (
    <View query={site} words={texts} problem={problem}>
      {({ name, effective, assignments }) => (
        <section className={css.panel} aria-label={name ?? siteId}>
          <Heading id={siteId} name={name} />
          <p>{effective.connection ? words.siteUses(siteId, effective.connection.name) : words.siteUsesNone(siteId)}</p>
          <Why effective={effective} />
          <Party key={siteId} clientId={clientId} siteId={siteId} assignments={assignments} />
        </section>
      )}
    </View>
  )
}

function Heading({ id, name }: { readonly id: string; readonly name: string | undefined }) {
  return (
    <h2>
      <bdi>{name ?? id}</bdi> {name && <code>{id}</code>}
    </h2>
  )
}
