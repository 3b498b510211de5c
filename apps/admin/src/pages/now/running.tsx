import type { ERPOverview, ERPSyncLog } from '@linkspan/client'
import { Link } from '@tanstack/react-router'
import { StateMark } from '../../parts/state-mark/state-mark.tsx'
import { When } from '../../parts/when/when.tsx'
import { shownRun } from '../../shell/run-words.ts'
import { locale, texts } from '../../texts/texts.ts'
import css from './needs-you.module.css'

const words = texts.now

export interface RunningProps {
  readonly overview: ERPOverview
  readonly nameOf: (connectionId: string) => string
}

/** What is read and written at this moment, and what comes next. */
export function Running({ overview: { running, waiting, upcoming }, nameOf }: RunningProps) {
  return (
    <>
      <section aria-labelledby="running">
        <h2 id="running">{words.running}</h2>
        {running.length + waiting.length === 0 && <p>{words.nothingRuns}</p>}
        <ul className={css.needs}>
          {[...running, ...waiting].map((run) => (
            <li key={run.id} className={css.need} data-row>
              <StateMark {...shownRun(run)} />
              <Link to="/sync-logs/$id" params={{ id: run.id }} className={css.title}>
                {texts.dataTypes[run.dataType]} · {nameOf(run.erpConnectionId)}
              </Link>
              {run.status === 'syncing' && <span>{progressOf(run)}</span>}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="upcoming">
        <h2 id="upcoming">{words.upcoming}</h2>
        {upcoming.length === 0 && <p>{words.nothingDue}</p>}
        <ul className={css.needs}>
          {upcoming.map(({ erpConnectionId, dataType, at }) => (
            <li key={`${erpConnectionId} ${dataType} ${at}`} className={css.need}>
              <When at={at} locale={locale} />
              <span className={css.title}>
                {texts.dataTypes[dataType as ERPSyncLog['dataType']] ?? dataType} · {nameOf(erpConnectionId)}
              </span>
            </li>
          ))}
        </ul>
      </section>
    </>
  )
}

/** Without a total there is a count, and no share. */
function progressOf({ recordsRead, recordsTotal, pages }: ERPSyncLog): string {
  return recordsTotal === undefined ? words.read(recordsRead, pages) : words.readOf(recordsRead, recordsTotal, pages)
}
