import type { ConnectionCheck } from '../../api/connection-tests.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { fieldWords } from '../../shell/field-words.ts'
import { problem } from '../../shell/problem.tsx'
import { TestVerdict } from '../../shell/test-verdict.tsx'
import type { useTest } from '../../shell/use-test.ts'
import { texts } from '../../texts/texts.ts'
import css from './page.module.css'

const words = texts.wizard

export interface TestStepProps {
  readonly test: Pick<ReturnType<typeof useTest>, 'state' | 'isRunning' | 'error'>
  readonly isReady: boolean
  readonly run: () => void
  /** Goes to the field at fault. */
  readonly onGoTo: (path: string) => void
  /** Takes the key that the server shows for its own. */
  readonly onConfirm: (fingerprint: string) => void
  /** Leaves the data types out that cannot be read. */
  readonly onGoOnWithout: (enabledDataTypes: readonly string[]) => void
}

/** The test of the draft, before anything is stored. */
export function TestStep({ test, isReady, run, onGoTo, onConfirm, onGoOnWithout }: TestStepProps) {
  const proposed = test.state?.result?.proposal?.settings.enabledDataTypes
  const help = (check: ConnectionCheck) => (
    <>
      {check.hostKey !== undefined && (
        <>
          <code className={css.key}>{check.hostKey}</code>
          <ActionButton isMain onPress={() => onConfirm(check.hostKey ?? '')}>
            {words.isServersKey}
          </ActionButton>
        </>
      )}
      {check.hostKey === undefined && check.field !== undefined && (
        <ActionButton onPress={() => onGoTo(check.field ?? '')}>{words.goTo(fieldWords.title(check.field))}</ActionButton>
      )}
    </>
  )
  return (
    <div className={css.step}>
      {!isReady && <p>{words.notReady}</p>}
      <div className={css.buttons}>
        <ActionButton isMain={!test.state?.result?.success} isDisabled={!isReady || test.isRunning} onPress={run}>
          {test.isRunning ? texts.connections.testing : test.state ? words.testAgain : texts.connections.test}
        </ActionButton>
        {proposed && (
          <ActionButton onPress={() => onGoOnWithout(proposed)}>
            {words.goOnWith(proposed.map((dataType) => texts.dataTypes[dataType]).join(', '))}
          </ActionButton>
        )}
      </div>
      {test.error && problem(test.error)}
      {test.state && <TestVerdict state={test.state}>{help}</TestVerdict>}
    </div>
  )
}
