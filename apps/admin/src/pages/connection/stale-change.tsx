import type { AuditEvent } from '@linkspan/client'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { changesQuery, connectionToEditQuery, type Versioned } from '../../api/connections.ts'
import type { Values } from '../../forms/schema-form/values.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import type { Column } from '../../parts/table/column.ts'
import { DataTable } from '../../parts/table/data-table.tsx'
import { View } from '../../parts/view-states/view.tsx'
import { When } from '../../parts/when/when.tsx'
import { fieldWords } from '../../shell/field-words.ts'
import { problem } from '../../shell/problem.tsx'
import { locale, texts } from '../../texts/texts.ts'
import css from './page.module.css'
import { type Clash, threeWay, withPath } from './three-way.ts'

const words = texts.connectionSettings

export interface StaleChangeProps {
  readonly base: Versioned
  readonly before: Values
  readonly mine: Values
  readonly fieldsOf: (versioned: Versioned) => Values
  readonly onMerged: (theirs: Versioned, values: Values) => void
}

/** Somebody else has saved the connection meanwhile: who, what, and for each field that both have changed which value counts. */
export function StaleChange({ base, before, mine, fieldsOf, onMerged }: StaleChangeProps) {
  const { id } = base.connection
  const current = useQuery({ ...connectionToEditQuery(id), queryKey: ['connections', id, 'after', base.etag] })
  const { data: changes = [] } = useQuery(changesQuery(id, base.etag))
  const [taken, setTaken] = useState<ReadonlySet<string>>(new Set())
  return (
    <section className={css.stale} role="alert">
      <h2>{words.stale}</h2>
      <ul>
        {since(base.connection, changes).map(({ id: event, at, actor, changes: changed }) => (
          <li key={event}>
            {words.changedBy(actor.id, Object.keys(changed).join(', '))} <When at={at} locale={locale} />
          </li>
        ))}
      </ul>
      <View query={current} words={texts} problem={problem}>
        {(theirs) => {
          const { merged, clashes } = threeWay(before, fieldsOf(theirs), mine)
          const decided = clashes
            .filter(({ path }) => taken.has(path))
            .reduce((values, { path, theirs: value }) => withPath(values, path, value), merged)
          return (
            <>
              {clashes.length > 0 && (
                <DataTable caption={words.clashes} columns={columnsFor(taken, setTaken)} rows={clashes} keyOf={({ path }) => path} />
              )}
              <div className={css.actions}>
                <ActionButton isMain onPress={() => onMerged(theirs, decided)}>
                  {words.merge}
                </ActionButton>
                <ActionButton onPress={() => onMerged(theirs, fieldsOf(theirs))}>{words.reload}</ActionButton>
              </div>
            </>
          )
        }}
      </View>
    </section>
  )
}

/** The changes after the one that made this state, newest first. The trail tells of a change a moment after it was stored. */
function since({ createdAt, updatedAt }: Versioned['connection'], changes: readonly AuditEvent[]): readonly AuditEvent[] {
  const later = changes.filter(({ at }) => at >= updatedAt)
  return updatedAt === createdAt ? later : later.slice(0, -1)
}

const shown = (value: unknown): string => (value === undefined ? '–' : typeof value === 'string' ? value : JSON.stringify(value))

function columnsFor(taken: ReadonlySet<string>, setTaken: (taken: ReadonlySet<string>) => void): readonly Column<Clash>[] {
  const choose = (path: string, isTheirs: boolean) => {
    const next = new Set(taken)
    if (isTheirs) next.add(path)
    else next.delete(path)
    setTaken(next)
  }
  const choice = ({ path }: Clash, isTheirs: boolean, value: unknown) => (
    <label className={css.choice}>
      <input type="radio" name={`clash-${path}`} checked={taken.has(path) === isTheirs} onChange={() => choose(path, isTheirs)} />
      {shown(value)}
    </label>
  )
  return [
    { title: words.field, cell: ({ path }) => fieldWords.title(path) },
    { title: words.before, cell: ({ before }) => shown(before) },
    { title: words.theirs, cell: (clash) => choice(clash, true, clash.theirs) },
    { title: words.mine, cell: (clash) => choice(clash, false, clash.mine) },
  ]
}
