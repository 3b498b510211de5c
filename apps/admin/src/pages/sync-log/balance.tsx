import type { ERPSyncLog } from '@linkspan/client'
import type { BalanceLine } from '../../api/names.ts'
import { StateMark } from '../../parts/state-mark/state-mark.tsx'
import { texts } from '../../texts/texts.ts'
import css from './balance.module.css'

const words = texts.run
const countOf = (count: number | undefined): string => (count === undefined ? '–' : texts.number(count))

/** What came and what became of it: the lines of the server, and what it has decided about them. What is not known is a dash. */
export function Balance({ run }: { readonly run: ERPSyncLog }) {
  const { balance } = run
  return (
    <section aria-labelledby="balance">
      <h2 id="balance" className={css.heading}>
        {words.balance}
      </h2>
      {balance === undefined ? (
        <p>{words.noBalance}</p>
      ) : (
        <>
          <table className={css.lines} aria-labelledby="balance">
            <tbody>
              {balance.lines.map((line) => (
                <tr key={line.name}>
                  <th scope="row">{words.lines[line.name]}</th>
                  <td className={css.count}>{countOf(line.count)}</td>
                  <td className={css.verdict}>
                    {line.parts && <p className={css.parts}>{sumOf(line)}</p>}
                    <Verdict line={line} missing={balance.missing} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          <p>
            {balance.closes === undefined ? (
              <StateMark mark="wait" word={words.balanceOpen} />
            ) : (
              <StateMark mark={balance.closes ? 'ok' : 'error'} word={balance.closes ? words.balanceCloses : words.balanceFails} />
            )}
          </p>
        </>
      )}
      <Further run={run} />
    </section>
  )
}

const sumOf = ({ parts = [] }: BalanceLine): string =>
  `= ${parts.map(({ name, count }) => `${words.parts[name]} ${countOf(count)}`).join(' + ')}`

function Verdict({ line: { name, closes }, missing }: { readonly line: BalanceLine; readonly missing: number | undefined }) {
  if (closes === undefined) return null
  if (closes) return <StateMark mark="ok" word={words.holds[name]} />
  return <StateMark mark="error" word={name === 'distinct' && missing !== undefined ? words.missing(missing) : words.fails[name]} />
}

/** What the balance does not have to say. */
function Further({ run }: { readonly run: ERPSyncLog }) {
  const further = [
    [words.deleted, run.recordsDeleted],
    [words.conflicted, run.recordsConflicted],
    [words.echoed, run.recordsEchoed],
    [words.merged, run.recordsMerged],
    [words.overridden, run.fieldsOverridden],
  ] as const
  const shown = further.filter(([, count]) => count > 0)
  return shown.length === 0 ? null : <p>{shown.map(([title, count]) => `${title} ${texts.number(count)}`).join(' · ')}</p>
}
