import type { ERPConnection } from '@linkspan/client'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { connectionsQuery, testConnection } from '../api/connections.ts'
import { ActionButton } from '../parts/controls/action-button.tsx'
import { StateMark } from '../parts/state-mark/state-mark.tsx'
import { texts } from '../texts/texts.ts'
import { problem } from './problem.tsx'
import css from './test-connection.module.css'
import { useMay } from './use-may.ts'

const words = texts.connections

/** The button that tests a connection, and below it what came out: each check with its time and, if it failed, the ERP's own words. */
export function TestConnection({ connection: { id, name } }: { readonly connection: Pick<ERPConnection, 'id' | 'name'> }) {
  const queries = useQueryClient()
  const may = useMay('operator')
  const test = useMutation({
    mutationFn: () => testConnection(id),
    onSettled: () => queries.invalidateQueries({ queryKey: connectionsQuery.queryKey }),
  })
  return (
    <div className={css.test}>
      <ActionButton onPress={() => test.mutate()} isDisabled={test.isPending || !may} label={words.testOf(name)}>
        {test.isPending ? words.testing : words.test}
      </ActionButton>
      {!may && <span className={css.why}>{texts.needs('operator')}</span>}
      {test.error && problem(test.error)}
      {test.data && (
        <div role="status" className={css.result}>
          <p>{test.data.success ? words.passed(test.data.responseTime) : `${words.failed}: ${test.data.message}`}</p>
          <ul>
            {test.data.details.checks.map((check) => (
              <li key={check.name}>
                <StateMark mark={check.ok ? 'ok' : 'error'} word={check.name} /> {check.ms} ms · {check.detail}
              </li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}
