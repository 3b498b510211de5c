import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { SyncConfig } from '../../api/names.ts'
import { changeSyncConfig, cronQuery, type ScheduleChange } from '../../api/schedules.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { StateMark } from '../../parts/state-mark/state-mark.tsx'
import { When } from '../../parts/when/when.tsx'
import { problem } from '../../shell/problem.tsx'
import { useMay } from '../../shell/use-may.ts'
import { locale, texts } from '../../texts/texts.ts'
import { CronFields } from './cron-fields.tsx'
import css from './schedules.module.css'

const words = texts.schedules

/** The schedule of one data type: what it means, when it is due next, and its editor. What is typed stays while the rest is read anew. */
export function ScheduleEditor({ config, timezone }: { readonly config: SyncConfig; readonly timezone: string }) {
  const may = useMay('admin')
  const queries = useQueryClient()
  const [edited, setEdited] = useState<{ readonly schedule?: string; readonly timezone?: string }>({})
  const now = { schedule: edited.schedule ?? config.schedule ?? '', timezone: edited.timezone ?? timezone }
  const { data: reading } = useQuery({ ...cronQuery(now.schedule, now.timezone), enabled: now.schedule !== '' })
  const change = useMutation({
    mutationFn: (part: ScheduleChange) => changeSyncConfig(config.id, part),
    onSuccess: () => setEdited({}),
    onSettled: () => queries.invalidateQueries({ queryKey: ['sync-configs', config.erpConnectionId] }),
  })
  const title = `${texts.dataTypes[config.dataType]} · ${texts.directions[config.direction]}`
  const isEdited = (edited.schedule ?? config.schedule ?? '') !== (config.schedule ?? '') || now.timezone !== timezone
  return (
    <section className={css.schedule} aria-label={title}>
      <h2>
        {title}{' '}
        <StateMark
          mark={config.enabled && config.settings.autoSync ? 'ok' : 'idle'}
          word={config.enabled && config.settings.autoSync ? words.follows : words.paused}
        />
      </h2>
      <p>
        {words.next}: <When at={config.nextSyncAt} locale={locale} /> {config.notScheduledBecause}
      </p>
      {config.schedule === undefined && config.settings.syncInterval && <p>{words.every(config.settings.syncInterval)}</p>}
      <CronFields
        {...now}
        onSchedule={(schedule) => setEdited((before) => ({ ...before, schedule }))}
        onTimezone={(zone) => setEdited((before) => ({ ...before, timezone: zone }))}
      />
      <div className={css.actions}>
        <ActionButton
          isMain
          label={words.saveOf(title)}
          isDisabled={!may || !isEdited || reading?.valid !== true || change.isPending}
          onPress={() => change.mutate(now)}
        >
          {words.save}
        </ActionButton>
        <ActionButton
          label={config.enabled ? words.pauseOf(title) : words.resumeOf(title)}
          isDisabled={!may || change.isPending}
          onPress={() => change.mutate({ enabled: !config.enabled })}
        >
          {config.enabled ? words.pause : words.resume}
        </ActionButton>
        {!may && <span>{texts.needs('admin')}</span>}
      </div>
      {change.error && problem(change.error)}
    </section>
  )
}
