import type { Remark } from './record.ts'

/** A decimal whose binary noise was rounded away. */
export const noiseRemark = (path: string, value: unknown): Remark => ({
  path,
  message: 'the noise of binary numbers was rounded away',
  value,
  isHarmless: true,
  isRead: true,
})

/** A date that stands for none. */
export const noDateRemark = (path: string, value: unknown): Remark => ({
  path,
  message: 'a value for "no date" was left out',
  value,
  isHarmless: true,
})
