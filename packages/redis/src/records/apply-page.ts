import { type Claim, type Clock, type PageOutcome, type PageWrite, type RepeatedRecord, rejectKeyOf } from '@linkspan/core'
import type { RedisClient } from '../client.ts'
import { emitEvent } from '../events/emit-event.ts'
import type { EmittingCalls } from '../events/mark-events.ts'
import type { Keys } from '../keys.ts'
import { defineScript } from '../lua/define-script.ts'
import { fence, throwIfRejected } from '../runs/fence.ts'
import { pageFields, toPageResult } from '../runs/run-fields.ts'
import { applyPageSteps } from './apply-page-steps.ts'
import { backlogIndex, type StreamBacklog } from './backlog-index.ts'
import { catchUpOrderStatus } from './catch-up-order-status.ts'
import { conflictIndexes } from './conflict-indexes.ts'
import { changedStatuses, followedKeys, followedKeyTable } from './follow-order-status.ts'
import { forgetOrderStatus } from './forget-order-status.ts'
import { joinIds, joinRows, keptPages, printKeptPage } from './kept-pages.ts'
import { lookupOf } from './lookup.ts'
import { openRejects } from './open-rejects.ts'
import { changeColumns, recordChanges, toChangeRow } from './outbox-changes.ts'
import { recordKeyNames, recordKeys, recordKeyTable } from './record-keys.ts'
import { joinHashes } from './record-meta.ts'
import { rejectList } from './reject-list.ts'

/**
 * Applies one page of a run: records, change feed, counters, rejects, events and checkpoint, or nothing at all. A page that is stored already
 * is answered as it was stored. Nothing is written if the answer is
 *
 * - 'ENDED' or 'SUPERSEDED': the claim is void;
 * - 'GAP': the page before it is missing;
 * - 'MERGE': the system has written one of the records meanwhile, so the caller must merge again;
 * - 'UNKNOWN' with places: these of the known rows did not make the stored records; without any: the page is not the kept one.
 */
const page = {
  keys: ['connection', 'run', 'rejectStream', 'seen', 'pages', 'superseded', ...recordKeyNames],
  args: {
    connectionId: 'text',
    dataType: 'text',
    runId: 'text',
    epoch: 'text',
    page: 'number',
    now: 'text',
    read: 'number',
    filtered: 'number',
    unidentified: 'number',
    cursor: 'text',
    complete: 'flag',
    partial: 'flag',
    total: 'text',
    highWater: 'text',
    serverTime: 'text',
    since: 'text',
    dryRun: 'flag',
    marks: 'flag',
    channel: 'text',
    mergedUpdated: 'number',
    mergedUnchanged: 'number',
    echoes: 'number',
    conflictsOpened: 'number',
    mergedBothSides: 'number',
    fieldsOverridden: 'number',
    pushed: 'number',
    unique: 'flag',
    knownIds: 'text',
    knownRows: 'text',
    pageName: 'text',
    keptPage: 'text',
    rejectSeconds: 'number',
  },
  lists: { records: ['id', 'hashes', 'json', 'lookupText'], rejects: ['json', 'recordId', 'key', 'whole'], changes: changeColumns },
  include: [fence, emitEvent, recordChanges, rejectList, openRejects, keptPages],
} as const

/** `afterwards`: what is done in the same step once the page is written. */
const printSteps = (afterwards: string): string => `
local runFields = {${pageFields.map((field) => `'${field}'`).join(', ')}}
${applyPageSteps}
local answer = checkClaim() or checkPage() or loadStored() or checkKnown()
if answer then return answer end
classifyRecords()
loadReplaced()
emitStatuses()
writeRecords()
writeSearchKeys()
writeMerged()
closeAccepted()
writeRejects()
local movedRejects = closeGone()
writeSeen()
writeCheckpoint()
writeKeptPages()
${afterwards}
redis.call('PUBLISH', channel, 'page')
return {'OK', redis.call('HMGET', run, unpack(runFields)), redis.call('HLEN', meta), isKept and 1 or 0, repeated, (changes.count > 0 or movedRejects) and not dryRun and readBacklog(${recordKeyTable}) or nil}
`

const script = defineScript({ name: 'linkspanApplyPage', ...page, lua: printSteps('') })

/** A page of status records, which orders follow. */
const statusScript = defineScript({
  name: 'linkspanApplyStatusPage',
  ...page,
  keyLists: ['followed'],
  include: [...page.include, forgetOrderStatus, changedStatuses],
  lua: printSteps(`
local statuses = {}
for at = 2, #contents, 2 do table.insert(statuses, contents[at]) end
if not dryRun then addChangedStatuses(statuses, changes) end
followOrderStatuses(${followedKeyTable}, origin, statuses)
forgetOrderStatuses(${followedKeyTable}, origin, forgottenRecords)
`),
})

/** Stores a page in one step. Throws if the claim is void. `rejectSeconds`: how long a rejected record stays open at most. */
export function applyPageScript(client: RedisClient, keys: Keys, clock: Clock, rejectSeconds: number, emitting: EmittingCalls) {
  const call = emitting(script.on(client))
  const index = backlogIndex(client, keys)
  const conflicts = conflictIndexes(client, keys)
  const callWithOrders = emitting(statusScript.on(client))
  const catchUp = catchUpOrderStatus(client, keys, () => clock.now().getTime(), emitting)
  return async (claim: Claim, write: PageWrite): Promise<PageOutcome> => {
    const { runId, connectionId, dataType, dryRun, epoch } = claim
    const { merged, named } = write
    if (dataType === 'orders' || dataType === 'order_status') await catchUp(connectionId)
    const now = clock.now()
    if (!dryRun) await conflicts.announce(merged.changes, now)
    const apply = dataType === 'order_status' ? callWithOrders : call
    const [answer, values, live = 0, isKept, repeated = [], backlog] = (await apply(connectionId, {
      keys: {
        ...followedKeys(keys, connectionId),
        connection: keys.connection(connectionId),
        run: keys.run(runId),
        rejectStream: keys.rejects(runId),
        seen: keys.seen(runId),
        pages: keys.pages(connectionId, dataType),
        superseded: keys.superseded(connectionId, dataType),
        ...recordKeys(keys, claim),
      },
      args: {
        connectionId,
        dataType,
        runId,
        epoch,
        page: write.page,
        now: now.getTime(),
        read: write.read,
        filtered: write.filtered,
        unidentified: write.unidentified,
        cursor: write.cursor,
        complete: write.complete,
        partial: write.partial,
        total: write.total,
        highWater: write.highWater,
        serverTime: write.serverTime,
        since: write.since,
        dryRun,
        marks: write.marks,
        channel: keys.channel(runId),
        mergedUpdated: merged.updated,
        mergedUnchanged: merged.unchanged,
        echoes: merged.echoes,
        conflictsOpened: merged.conflicts,
        mergedBothSides: merged.merged,
        fieldsOverridden: merged.overridden,
        pushed: merged.pushed,
        unique: write.unique === true,
        knownIds: joinIds(write.known),
        knownRows: joinRows(write.known),
        pageName: named?.name ?? null,
        keptPage: named?.rows ? printKeptPage(named.name, named.rows) : null,
        rejectSeconds,
      },
      lists: {
        records: write.records.map(({ id, hash, row, json, sku }) => ({
          id,
          hashes: joinHashes(hash, row),
          json,
          lookupText: lookupOf(dataType, { json, sku }),
        })),
        rejects: write.rejects.map((reject) => ({
          json: JSON.stringify({ ...reject, raw: undefined, rawShortened: undefined, found: undefined }),
          recordId: reject.recordId,
          key: rejectKeyOf(reject),
          whole: dryRun ? '' : JSON.stringify(reject),
        })),
        changes: merged.changes.map((change) => toChangeRow(change, claim, runId, now)),
      },
    })) as [string, (string | null)[]?, number?, number?, string[]?, StreamBacklog?]
    if (answer === 'MERGE') return { kind: 'merge' }
    if (answer === 'UNKNOWN') return { kind: 'unknown', at: values?.map(Number) ?? null }
    throwIfRejected(answer, runId)
    if (backlog) await index.note(claim, backlog)
    if (!dryRun) await conflicts.settle(connectionId, merged.changes, now)
    return {
      kind: 'stored',
      isKept: isKept === 1,
      ...(repeated.length > 0 && { repeated: toRepeated(repeated) }),
      ...toPageResult(values ?? []),
      live,
    }
  }
}

function toRepeated(texts: readonly string[]): readonly RepeatedRecord[] {
  const starts = texts.map((_, at) => at).filter((at) => at % 3 === 0)
  return starts.map((at) => ({ id: texts[at] ?? '', before: texts[at + 1] ?? '', after: texts[at + 2] ?? '' }))
}
