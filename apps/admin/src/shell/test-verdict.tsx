import type { ReactNode } from 'react'
import type { ConnectionCheck, TestState } from '../api/connection-tests.ts'
import { StateMark } from '../parts/state-mark/state-mark.tsx'
import { texts } from '../texts/texts.ts'
import css from './test-verdict.module.css'

const words = texts.connections

export interface TestVerdictProps {
  readonly state: TestState
  /** What can be done about a failed check. */
  readonly children?: (check: ConnectionCheck) => ReactNode
}

const names: Readonly<Record<string, string>> = { ...texts.dataTypes, ...words.checks }
/** The words for a check. Some are called as the data type that they read. */
const titleOf = (name: string): string => names[name] ?? name

/** A test while it works and after it: all its checks at once, and the verdict of each as it comes. */
export function TestVerdict({ state: { planned, checks, result }, children }: TestVerdictProps) {
  const open = planned.slice(checks.length)
  const failed = checks.find(({ ok }) => !ok)
  const why = failed ? `${titleOf(failed.name)}: ${failed.detail}` : result?.message
  return (
    <div className={css.verdict}>
      <p role="status">
        {!result && words.testing}
        {result && (result.success ? words.passed(result.responseTime) : `${words.failed}: ${why}`)}
      </p>
      <ul>
        {checks.map((check) => (
          <li key={check.name}>
            <StateMark mark={check.ok ? 'ok' : 'error'} word={titleOf(check.name)} />
            <span className={css.time}>{texts.number(check.ms)} ms</span>
            <span className={css.detail}>{check.detail}</span>
            {!check.ok && children && <span className={css.help}>{children(check)}</span>}
          </li>
        ))}
        {open.map(({ name }, at) => (
          <li key={name}>
            {result ? <StateMark mark="idle" word={titleOf(name)} /> : <StateMark mark={at === 0 ? 'run' : 'wait'} word={titleOf(name)} />}
            <span className={css.detail}>{result ? words.notTried(titleOf(failed?.name ?? '')) : at === 0 ? '…' : words.notYetTried}</span>
          </li>
        ))}
      </ul>
    </div>
  )
}
