import type { components } from './openapi.ts'

type Schemas = components['schemas']
export type ERPConnectionTestPending = Schemas['ERPConnectionTestPending']
export type ERPPreview = Schemas['ERPPreview']
export type ERPPushPreview = Schemas['ERPPushPreview']

/** Whether a connection test is still running (202), so that its result is to be read at `Location` later. */
export const isTestPending = (answer: Schemas['ERPConnectionTestResult'] | ERPConnectionTestPending): answer is ERPConnectionTestPending =>
  !('success' in answer)

/** Whether a preview shows what a push would send, not what a pull reads. */
export const isPushPreview = (answer: ERPPreview | ERPPushPreview): answer is ERPPushPreview =>
  'direction' in answer && answer.direction === 'push'
