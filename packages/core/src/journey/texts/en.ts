import type { JourneyTexts } from './texts.ts'

const on = (time: string | null): string => (time === null ? '' : ` on ${time}`)
const inWords = (message: string | undefined): string => (message ? `: ${message}` : '.')

const statuses: JourneyTexts['statuses'] = {
  pending: 'not begun',
  processing: 'in preparation',
  partially_shipped: 'partly shipped',
  shipped: 'shipped',
  delivered: 'delivered',
  cancelled: 'cancelled',
  on_hold: 'on hold',
  returned: 'returned',
}
const statusIn = (status = 'unknown'): string => statuses[status] ?? status

export const englishJourney: JourneyTexts = {
  event: {
    written: () => 'Written by the platform.',
    waited: ({ seconds = 0 }) => `Waited ${seconds} s to be sent.`,
    sent: ({ attempt = 1, reference }) => `Sent to the ERP, attempt ${attempt}${reference ? `, with the reference ${reference}` : ''}.`,
    uncertain: ({ message }) => `No answer that tells whether it arrived${inWords(message)}`,
    accepted: () => 'The ERP has accepted it.',
    found: () => 'Found in the ERP by our reference, so it was not sent again.',
    requeued: ({ message }) => `Waits to be sent again${inWords(message)}`,
    refused: ({ message }) => `Refused by the ERP${inWords(message)}`,
    echo: () => 'The ERP has returned what was sent: no change.',
    read: () => 'Read from the ERP for the first time.',
    changed: ({ version }) =>
      version === undefined
        ? 'Read from the ERP with another content.'
        : `Read from the ERP with another content: this is version ${version}.`,
    status: ({ from, to }) => `The status of the order has changed from ${statusIn(from)} to ${statusIn(to)}.`,
    conflict: () => 'Both sides have changed it: it waits for a decision.',
    decided: () => 'The conflict is decided.',
    deleted: () => 'Deleted.',
  },
  state: {
    pending: 'Waits to be sent to the ERP.',
    in_flight: 'Is being sent to the ERP.',
    uncertain: 'Was sent and not answered: the ERP is asked for it before it is sent again.',
    synced: 'Is the same here and in the ERP.',
    conflict: 'Was changed on both sides, and waits for a decision.',
    error: 'Was refused by the ERP.',
    deleted: 'Is deleted.',
  },
  called: {
    orders: (name) => `order ${name}`,
    products: (name) => `product ${name}`,
    order_status: (name) => `order ${name}`,
    inventory: (name) => `stock of ${name}`,
    employees: (name) => `employee record ${name}`,
    invoices: (name) => `invoice ${name}`,
  },
  received: (called, time) => (time === null ? `We have your ${called} on record.` : `We have had your ${called} since ${time}.`),
  had: (called) => `We had your ${called} on record.`,
  customer: {
    pending: () => 'It is about to be passed on for processing.',
    in_flight: () => 'It is being passed on for processing.',
    uncertain: () => 'We have passed it on and are making sure that it has arrived.',
    synced: () => 'It has arrived and is being handled.',
    conflict: () => 'It was changed in two places, and one of our colleagues is looking into it.',
    error: () => 'It could not be processed as it is, and one of our colleagues is looking into it.',
    deleted: (time) => `It was deleted${on(time)}.`,
  },
  upToDate: (time) => (time === null ? 'Our data are up to date.' : `Our data are up to date; they last changed on ${time}.`),
  orderStatus: (status) => `Its status is: ${status}.`,
  next: {
    pending: 'You do not need to do anything.',
    in_flight: 'You do not need to do anything.',
    uncertain: 'You do not need to do anything, and nothing will be placed twice.',
    synced: 'You do not need to do anything.',
    conflict: 'We will get back to you if we need something from you.',
    error: 'We will get back to you if we need something from you.',
    deleted: 'Ask us if you did not expect this.',
  },
  statuses,
}
