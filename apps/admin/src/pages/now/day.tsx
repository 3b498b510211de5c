import type { ERPOverview } from '@linkspan/client'
import { useState } from 'react'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { DataTable } from '../../parts/table/data-table.tsx'
import { When } from '../../parts/when/when.tsx'
import { locale, texts } from '../../texts/texts.ts'
import css from './day.module.css'

const words = texts.now
const [barWidth, barStep, height] = [14, 20, 64]

/** How many syncs there were in each of the last 24 hours, and how many of them failed. */
export function Day({ hours }: { readonly hours: ERPOverview['hours'] }) {
  const [isTable, setIsTable] = useState(false)
  const most = Math.max(1, ...hours.map(({ syncs }) => syncs))
  const [syncs, failed] = [hours.reduce((sum, hour) => sum + hour.syncs, 0), hours.reduce((sum, hour) => sum + hour.failed, 0)]
  return (
    <section aria-labelledby="day">
      <div className={css.head}>
        <h2 id="day">{words.last24Hours}</h2>
        <ActionButton onPress={() => setIsTable(!isTable)}>{isTable ? words.asBars : words.asTable}</ActionButton>
      </div>
      {isTable ? (
        <DataTable
          caption={words.last24Hours}
          rows={hours}
          keyOf={({ from }) => from}
          columns={[
            { title: words.hour, cell: ({ from }) => <When at={from} locale={locale} /> },
            { title: words.syncs, cell: (hour) => texts.number(hour.syncs), isNumber: true },
            { title: words.failures, cell: (hour) => texts.number(hour.failed), isNumber: true },
          ]}
        />
      ) : (
        <svg
          className={css.bars}
          viewBox={`0 0 ${hours.length * barStep} ${height}`}
          role="img"
          aria-label={words.day(syncs, failed, null)}
          preserveAspectRatio="none"
        >
          <defs>
            <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
              <rect width="6" height="6" className={css.failed} />
              <rect width="2" height="6" className={css.stripe} />
            </pattern>
          </defs>
          {hours.map((hour, at) => (
            <Bar key={hour.from} hour={hour} x={at * barStep} scale={height / most} />
          ))}
        </svg>
      )}
    </section>
  )
}

/** Failures stand at the foot, hatched. */
function Bar({ hour, x, scale }: { readonly hour: ERPOverview['hours'][number]; readonly x: number; readonly scale: number }) {
  const [all, bad] = [hour.syncs * scale, hour.failed * scale]
  return (
    <g>
      {all > 0 && <rect x={x} y={height - all} width={barWidth} height={all} className={css.bar} />}
      {bad > 0 && <rect x={x} y={height - bad} width={barWidth} height={bad} fill="url(#hatch)" />}
    </g>
  )
}
