export { type ConsumerOptions, startConsumer } from './jobs/consumer.ts'
export type { SkewedWorker } from './jobs/workers.ts'
export { createRedisPorts, type RedisPorts, type RedisPortsOptions } from './ports.ts'
export { type StoreClock, startStoreClock } from './store-clock.ts'
