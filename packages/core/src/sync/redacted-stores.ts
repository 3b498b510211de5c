import type { Redactor } from '../kernel/redact.ts'
import type { OutboxChange } from '../outbox/outbox-store.ts'
import type { RunSyncPorts } from './execution.ts'

/** The same ports, but what an ERP has said or sent reaches logs, rejects and outcomes of pushes without the connection's secrets. */
export function redactStores<Ports extends Pick<RunSyncPorts, 'runs' | 'outbox'>>(ports: Ports, redactor: Redactor): Ports {
  const { runs, outbox } = ports
  const withCleanError = (change: OutboxChange): OutboxChange =>
    change.forgets || !change.entry.error
      ? change
      : { ...change, entry: { ...change.entry, error: redactor.cleanDeep(change.entry.error) } }
  return {
    ...ports,
    runs: {
      ...runs,
      log: (runId, entry) => runs.log(runId, redactor.cleanDeep(entry)),
      applyPage: (claim, page) => runs.applyPage(claim, { ...page, rejects: redactor.cleanDeep(page.rejects) }),
    },
    outbox: {
      ...outbox,
      changeByRun: (claim, changes, account) =>
        outbox.changeByRun(claim, changes.map(withCleanError), {
          ...account,
          ...(account.rejects && { rejects: redactor.cleanDeep(account.rejects) }),
        }),
    },
  }
}
