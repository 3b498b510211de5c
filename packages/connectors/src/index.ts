export { createConnectorRegistry } from './registry.ts'
