import type { Settlement } from '@linkspan/core'

/** A settlement as the script takes it. */
export const toSettlement = ({ done, waiting, told }: Settlement) => ({
  done: done.map(({ subject, text }) => ({ subject, text })),
  waiting: waiting.map(({ notice, until, digestAt, deliveryId }) => ({
    subject: notice.subject,
    text: notice.text,
    until: until.getTime(),
    digestAt: digestAt?.getTime() ?? '',
    deliveryId: deliveryId ?? '',
  })),
  tellings: told.map((one) => ({ json: JSON.stringify(one.told) })),
})
