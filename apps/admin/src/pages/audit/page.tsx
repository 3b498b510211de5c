import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { type FormEvent, useState } from 'react'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { Choice } from '../../parts/controls/choice.tsx'
import { TextField } from '../../parts/field/text-field.tsx'
import { FilterBar } from '../../parts/filter-bar/filter-bar.tsx'
import { type AuditSearch, auditActions } from '../../shell/audit/audit-filter.ts'
import { AuditList } from '../../shell/audit/audit-list.tsx'
import { PageHead } from '../../shell/page-head.tsx'
import { texts } from '../../texts/texts.ts'
import css from './page.module.css'

const words = texts.audit

/** Who did what, when, and from where. What is filtered and which event is open stand in the address. */
export function AuditPage() {
  const search: AuditSearch = useSearch({ from: '/shell/audit' })
  const navigate = useNavigate({ from: '/audit' })
  const { peek, ...filter } = search
  const isFiltered = Object.values(filter).some((value) => value !== undefined)
  return (
    <>
      <PageHead title={words.title} />
      <Filters key={JSON.stringify(filter)} filter={filter} onChange={(next) => void navigate({ search: next })} isFiltered={isFiltered} />
      <AuditList
        search={search}
        linkTo={(id, children) => (
          <Link to="/audit" search={{ ...filter, ...(id && { peek: id }) }} resetScroll={false} aria-expanded={id === undefined}>
            {children}
          </Link>
        )}
      />
    </>
  )
}

interface FiltersProps {
  readonly filter: AuditSearch
  readonly isFiltered: boolean
  readonly onChange: (filter: AuditSearch) => void
}

function Filters({ filter, isFiltered, onChange }: FiltersProps) {
  const [actor, setActor] = useState(filter.actor ?? '')
  const [target, setTarget] = useState(filter.target ?? '')
  const [since, setSince] = useState(toLocal(filter.since))
  const [until, setUntil] = useState(toLocal(filter.until))
  const apply = (more: AuditSearch = {}) =>
    onChange({
      ...(filter.action && { action: filter.action }),
      ...(actor !== '' && { actor }),
      ...(target !== '' && { target }),
      ...(since !== '' && { since: new Date(since).toISOString() }),
      ...(until !== '' && { until: new Date(until).toISOString() }),
      ...more,
    })
  const submit = (event: FormEvent) => {
    event.preventDefault()
    apply()
  }
  return (
    <FilterBar clear={isFiltered ? { label: texts.runs.clear, onPress: () => onChange({}) } : undefined}>
      <form className={css.filters} onSubmit={submit} aria-label={words.apply}>
        <TextField label={words.actor} value={actor} onChange={setActor} />
        <Choice
          none={texts.runs.all}
          label={words.action}
          value={filter.action}
          choices={auditActions.map((action) => [action, words.did[action]('…')])}
          onChange={(action) => apply({ action })}
        />
        <TextField label={words.target} value={target} onChange={setTarget} />
        <TextField label={words.since} type="datetime-local" value={since} onChange={setSince} />
        <TextField label={words.until} type="datetime-local" value={until} onChange={setUntil} />
        <ActionButton type="submit">{words.apply}</ActionButton>
      </form>
    </FilterBar>
  )
}

/** An instant as the browser's own field for times takes it, in the zone of the browser. */
function toLocal(instant: string | undefined): string {
  if (instant === undefined) return ''
  const at = new Date(instant)
  return new Date(at.getTime() - at.getTimezoneOffset() * 60_000).toISOString().slice(0, 16)
}
