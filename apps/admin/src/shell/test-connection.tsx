import type { ERPConnection } from '@linkspan/client'
import { useQueryClient } from '@tanstack/react-query'
import { startTest } from '../api/connection-tests.ts'
import { connectionsQuery } from '../api/connections.ts'
import { ActionButton } from '../parts/controls/action-button.tsx'
import { texts } from '../texts/texts.ts'
import { problem } from './problem.tsx'
import css from './test-connection.module.css'
import { TestVerdict } from './test-verdict.tsx'
import { useMay } from './use-may.ts'
import { useTest } from './use-test.ts'

const words = texts.connections

/** The button that tests a connection, and below it what came out: each check with its time and, if it failed, the ERP's own words. */
export function TestConnection({ connection: { id, name } }: { readonly connection: Pick<ERPConnection, 'id' | 'name'> }) {
  const queries = useQueryClient()
  const may = useMay('operator')
  const test = useTest<void>(
    () => startTest(id),
    () => void queries.invalidateQueries({ queryKey: connectionsQuery.queryKey }),
  )
  return (
    <div className={css.test}>
      <ActionButton onPress={() => test.run()} isDisabled={test.isRunning || !may} label={words.testOf(name)}>
        {test.isRunning ? words.testing : words.test}
      </ActionButton>
      {!may && <span className={css.why}>{texts.needs('operator')}</span>}
      {test.error && problem(test.error)}
      {test.state && <TestVerdict state={test.state} />}
    </div>
  )
}
