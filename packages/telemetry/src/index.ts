export { type RunningTracing, startTracing, type TracingOptions } from './start-tracing.ts'
