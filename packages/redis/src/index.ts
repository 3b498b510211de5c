export type { IdempotencyStore } from './idempotency.ts'
export { type ConsumerOptions, startConsumer } from './jobs/consumer.ts'
export { createRedisPorts, type RedisPorts, type RedisPortsOptions } from './ports.ts'
