import { nothingMerged, type PageWrite } from '@linkspan/core'

/** A page without rows, as a run stores it. */
export const emptyPage = (page: number): PageWrite => ({
  page,
  records: [],
  known: [],
  named: null,
  merged: nothingMerged,
  rejects: [],
  unidentified: 0,
  read: 0,
  filtered: 0,
  marks: false,
  cursor: 'next',
  complete: false,
  partial: false,
  total: null,
  highWater: null,
  serverTime: null,
  since: null,
})
