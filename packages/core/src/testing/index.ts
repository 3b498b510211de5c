export { createCallLimit } from '../connections/call-limit.ts'
export * from './scripted-connector.ts'
