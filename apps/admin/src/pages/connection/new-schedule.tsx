import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { DataType, SyncConfig } from '../../api/names.ts'
import { createSyncConfig, cronQuery } from '../../api/schedules.ts'
import { ActionButton } from '../../parts/controls/action-button.tsx'
import { Choice } from '../../parts/controls/choice.tsx'
import { problem } from '../../shell/problem.tsx'
import { useMay } from '../../shell/use-may.ts'
import { texts } from '../../texts/texts.ts'
import { CronFields } from './cron-fields.tsx'
import css from './schedules.module.css'

const words = texts.schedules

export interface NewScheduleProps {
  readonly connectionId: string
  readonly configs: readonly SyncConfig[]
  /** The data types of the connection that may be synced. */
  readonly enabled: readonly string[]
  readonly timezone: string
}

/** A rhythm for a data type that has none of its own. */
export function NewSchedule({ connectionId, configs, enabled, timezone }: NewScheduleProps) {
  const may = useMay('admin')
  const queries = useQueryClient()
  const [dataType, setDataType] = useState<DataType>()
  const [schedule, setSchedule] = useState('0 2 * * *')
  const [zone, setZone] = useState<string>()
  const { data: reading } = useQuery(cronQuery(schedule, zone ?? timezone))
  const create = useMutation({
    mutationFn: (type: DataType) => createSyncConfig(connectionId, type, { schedule, timezone: zone ?? timezone }),
    onSuccess: () => setDataType(undefined),
    onSettled: () => queries.invalidateQueries({ queryKey: ['sync-configs', connectionId] }),
  })
  const isTaken = (type: string) => configs.some((config) => config.dataType === type && config.direction !== 'push')
  const types = (Object.keys(texts.dataTypes) as DataType[]).filter((type) => enabled.includes(type) && !isTaken(type))
  if (types.length === 0) return null
  return (
    <section className={css.schedule} aria-label={words.add}>
      <h2>{words.add}</h2>
      <div className={css.fields}>
        <Choice
          none={words.choose}
          label={texts.streams.dataType}
          value={dataType}
          choices={types.map((type) => [type, texts.dataTypes[type]])}
          onChange={setDataType}
        />
      </div>
      {dataType && <CronFields schedule={schedule} timezone={zone ?? timezone} onSchedule={setSchedule} onTimezone={setZone} />}
      <div className={css.actions}>
        <ActionButton
          isDisabled={!may || dataType === undefined || reading?.valid !== true || create.isPending}
          onPress={() => dataType && create.mutate(dataType)}
        >
          {words.create}
        </ActionButton>
        {!may && <span>{texts.needs('admin')}</span>}
      </div>
      {create.error && problem(create.error)}
    </section>
  )
}
