export { type RedisOptions, type RedisServer, startRedis } from './services/redis-server.ts'
