import { useQuery } from '@tanstack/react-query'
import { installationQuery } from '../../api/installation.ts'
import type { Installation } from '../../api/names.ts'
import { Facts } from '../../parts/facts/facts.tsx'
import { StateMark } from '../../parts/state-mark/state-mark.tsx'
import { DataTable } from '../../parts/table/data-table.tsx'
import { View } from '../../parts/view-states/view.tsx'
import { When } from '../../parts/when/when.tsx'
import { problem } from '../../shell/problem.tsx'
import { locale, texts } from '../../texts/texts.ts'
import { EffectiveSettings } from './effective-settings.tsx'
import css from './page.module.css'

const words = texts.settings

/** What runs here, how it is, and how it is set. */
export function InstallationTab() {
  const installation = useQuery(installationQuery)
  return (
    <View query={installation} words={texts} problem={problem}>
      {(found) => <Shown installation={found} />}
    </View>
  )
}

function Shown({ installation }: { readonly installation: Installation }) {
  const { name, version, commit, startedAt, retention, redis, workers, queues } = installation
  const warnings = [...installation.warnings, ...redis.warnings]
  return (
    <div className={css.tab}>
      <Facts
        facts={[
          [words.name, name ?? '–'],
          [words.version, version],
          [words.commit, commit ?? '–'],
          [words.startedAt, <When key="started" at={startedAt} locale={locale} />],
          [words.redis, redis.version ?? '–'],
          [words.memory, memoryOf(redis)],
          [words.retention, words.retained(retention.logDays, retention.logsPerConnection)],
          [words.statistics, words.statisticsKept(retention.statisticsByHourDays, retention.statisticsByDayDays)],
        ]}
      />
      <h2 className={css.heading}>{words.warnings}</h2>
      {warnings.length === 0 ? (
        <p>{words.noWarnings}</p>
      ) : (
        <ul className={css.warnings}>
          {warnings.map((text) => (
            <li key={text}>{text}</li>
          ))}
        </ul>
      )}
      <h2 className={css.heading}>{words.workers}</h2>
      {workers.length === 0 ? (
        <p>{words.noWorkers}</p>
      ) : (
        <DataTable
          caption={words.workers}
          rows={workers}
          keyOf={({ id }) => id}
          columns={[
            { title: words.worker, cell: ({ id }) => id },
            {
              title: texts.connections.status,
              cell: ({ alive }) => <StateMark mark={alive ? 'ok' : 'idle'} word={alive ? words.alive : words.gone} />,
            },
            { title: words.lastSeen, cell: ({ lastSeenAt }) => <When at={lastSeenAt} locale={locale} /> },
            { title: words.skew, cell: ({ skewMs }) => (skewMs === undefined ? '–' : words.skewed(skewMs / 1000)) },
          ]}
        />
      )}
      <h2 className={css.heading}>{words.queues}</h2>
      <DataTable
        caption={words.queues}
        rows={queues}
        keyOf={(queue) => queue.name}
        columns={[
          { title: words.queue, cell: (queue) => queue.name },
          { title: words.active, cell: ({ active }) => texts.number(active), isNumber: true },
          { title: words.waiting, cell: ({ waiting }) => texts.number(waiting), isNumber: true },
          { title: words.delayed, cell: ({ delayed }) => texts.number(delayed), isNumber: true },
          { title: words.failed, cell: ({ failed }) => texts.number(failed), isNumber: true },
        ]}
      />
      <EffectiveSettings installation={installation} />
      <h2 className={css.heading}>{words.links}</h2>
      <ul>
        <li>
          <a href="/docs">{words.documentation}</a>
        </li>
        <li>
          <a href="/metrics">{words.metrics}</a>
        </li>
        <li>
          <a href="/admin/queues">{words.queues}</a>
        </li>
      </ul>
    </div>
  )
}

function memoryOf({ usedBytes, maxBytes }: Installation['redis']): string {
  if (usedBytes === null) return '–'
  return maxBytes === null ? words.memoryUnlimited(inMegabytes(usedBytes)) : words.memoryOf(inMegabytes(usedBytes), inMegabytes(maxBytes))
}

const inMegabytes = (bytes: number): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 }).format(bytes / 1_048_576)
