export * from './scripted-connector.ts'
