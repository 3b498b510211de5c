export { startRedis, type RedisServer, type RedisOptions } from './services/redis-server.ts'
