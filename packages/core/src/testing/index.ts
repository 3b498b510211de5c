export { createCallLimit } from '../connections/call-limit.ts'
export * from './mapped-session.ts'
export * from './scripted-connector.ts'
