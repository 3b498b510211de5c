import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { isAhead } from '../../api/browser-clock.ts'
import type { SyncConfig } from '../../api/names.ts'
import { changeSyncConfig, cronQuery, type ScheduleChange } from '../../api/schedules.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { StateMark } from '../../parts/state-mark/state-mark.tsx'
import { When } from '../../parts/when/when.tsx'
import { problem } from '../../shell/problem.tsx'
import { UntilDialog } from '../../shell/until-dialog.tsx'
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
  const isInPause = isAhead(config.pausedUntil)
  const isFollowed = config.enabled && config.settings.autoSync && !isInPause
  const isEdited = (edited.schedule ?? config.schedule ?? '') !== (config.schedule ?? '') || now.timezone !== timezone
  return (
    <section className={css.schedule} aria-label={title}>
      <h2>
        {title} <StateMark mark={isFollowed ? 'ok' : 'idle'} word={isFollowed ? words.follows : words.paused} />
      </h2>
      <p>
        {words.next}: <When at={config.nextSyncAt} locale={locale} /> {config.notScheduledBecause}
      </p>
      {config.enabled && isInPause && (
        <p>
          {words.pausedUntil} <When at={config.pausedUntil} locale={locale} />
        </p>
      )}
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
        {config.enabled && !isInPause ? (
          <UntilDialog
            trigger={
              <ActionButton label={words.pauseOf(title)} isDisabled={!may || change.isPending}>
                {words.pause}
              </ActionButton>
            }
            title={words.pauseOf(title)}
            action={words.pause}
            forever={words.pauseForever}
            onUntil={(pausedUntil) => change.mutate(pausedUntil === null ? { enabled: false } : { pausedUntil })}
          >
            <p>{words.pauseText}</p>
          </UntilDialog>
        ) : (
          <ActionButton
            label={words.resumeOf(title)}
            isDisabled={!may || change.isPending}
            onPress={() => change.mutate({ enabled: true, pausedUntil: null })}
          >
            {words.resume}
          </ActionButton>
        )}
        {!may && <span>{texts.needs('admin')}</span>}
      </div>
      {change.error && problem(change.error)}
    </section>
  )
}
