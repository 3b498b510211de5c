import type { RedisClient } from './client.ts'

export type ScriptArgument = string | number

/** A Lua script, sent once and called by its digest ever after. */
export type Script = (keys: readonly string[], args: readonly ScriptArgument[]) => Promise<unknown>

export function defineScript(client: RedisClient, name: string, lua: string): Script {
  client.defineCommand(name, { lua })
  const call = (client as unknown as Record<string, (...args: ScriptArgument[]) => Promise<unknown>>)[name]
  if (!call) throw new Error(`The script ${name} was not defined`)
  return (keys, args) => call.call(client, keys.length, ...keys, ...args)
}
