import type { RedisClient } from '../client.ts'

/** How an argument arrives in Lua: `text` as a string (null as an empty one), `number` as a number, `flag` as a boolean. */
interface ArgumentTypes {
  readonly text: string | number | null
  readonly number: number
  readonly flag: boolean
}
type ArgumentType = keyof ArgumentTypes
type Cell = string | number
type Arguments = Readonly<Record<string, ArgumentType>>
type Lists = Readonly<Record<string, readonly string[]>>

export interface ScriptSource<Key extends string, KeyList extends string, Args extends Arguments, L extends Lists> {
  /** The command's name on the client. */
  readonly name: string
  /** Each key becomes a Lua local of its name. */
  readonly keys: readonly Key[]
  /** Any number of keys each: a Lua array of its name. */
  readonly keyLists?: readonly KeyList[]
  /** Each argument becomes a Lua local of its name, converted to its type. */
  readonly args: Args
  /**
   * Any number of rows each, with these columns. In Lua `records.count` is the number of rows, and
   * `for id, json in records.each() do` visits them.
   */
  readonly lists?: L
  /** Chunks of Lua functions. They stand before the locals, so they see only what they are passed. */
  readonly include?: readonly string[]
  readonly lua: string
}

export type ScriptCall<Key extends string, KeyList extends string, Args extends Arguments, L extends Lists> = {
  readonly keys: Readonly<Record<Key, string>> & Readonly<Record<KeyList, readonly string[]>>
  readonly args: { readonly [Name in keyof Args]: ArgumentTypes[Args[Name]] }
} & (keyof L extends never
  ? unknown
  : { readonly lists: { readonly [Name in keyof L]: readonly Readonly<Record<L[Name][number], Cell>>[] } })

export interface ScriptDefinition<Call> {
  /** What Redis runs: the chunks, the locals, the script itself. */
  readonly lua: string
  /** The script on this client. It is sent once and called by its digest from then on. */
  on(client: RedisClient): (call: Call) => Promise<unknown>
}

/** A Lua script whose keys and arguments are passed by name. Throws if two of its names are the same. */
export function defineScript<
  const Key extends string,
  const KeyList extends string = never,
  const Args extends Arguments = Record<never, never>,
  const L extends Lists = Record<never, never>,
>(source: ScriptSource<Key, KeyList, Args, L>): ScriptDefinition<ScriptCall<Key, KeyList, Args, L>> {
  const { name, keys, keyLists = [], args, lists = {} as L, include = [] } = source
  const lua = [...include, printLocals({ keys, keyLists, args, lists }), source.lua].join('\n')
  return {
    lua,
    on(client) {
      client.defineCommand(name, { lua })
      const command = (client as unknown as Record<string, (...values: Cell[]) => Promise<unknown>>)[name]
      if (!command) throw new Error(`The script ${name} was not defined`)
      return (call) => {
        const { keys: given, args: values, lists: rows = {} } = call as LooseCall
        const allKeys = [...keys, ...keyLists].flatMap((key) => given[key] ?? [])
        const counts = [...keyLists.map((key) => given[key]?.length ?? 0), ...Object.keys(lists).map((list) => rows[list]?.length ?? 0)]
        const all: Cell[] = [...Object.keys(args).map((argument) => encode(values[argument])), ...counts]
        for (const [list, columns] of Object.entries(lists)) {
          for (const row of rows[list] ?? []) for (const column of columns) all.push(row[column] ?? '')
        }
        return command.call(client, allKeys.length, ...allKeys, ...all)
      }
    },
  }
}

interface LooseCall {
  readonly keys: Readonly<Record<string, string | readonly string[]>>
  readonly args: Readonly<Record<string, string | number | boolean | null>>
  readonly lists?: Readonly<Record<string, readonly Readonly<Record<string, Cell>>[]>>
}

const encode = (value: string | number | boolean | null | undefined): Cell => (typeof value === 'boolean' ? Number(value) : (value ?? ''))

interface Names {
  readonly keys: readonly string[]
  readonly keyLists: readonly string[]
  readonly args: Arguments
  readonly lists: Lists
}

const converted: Readonly<Record<ArgumentType, (text: string) => string>> = {
  text: (text) => text,
  number: (text) => `tonumber(${text})`,
  flag: (text) => `${text} == '1'`,
}

/** ARGV holds the arguments, the lengths of the key lists and of the lists, and then the cells of all lists. */
function printLocals({ keys, keyLists, args, lists }: Names): string {
  const argNames = Object.keys(args)
  const listNames = Object.keys(lists)
  const names = [...keys, ...keyLists, ...argNames, ...listNames]
  const twice = names.find((name, at) => names.indexOf(name) !== at)
  if (twice !== undefined) throw new Error(`The script has two things called ${twice}`)
  const lengthAt = (list: string) => argNames.length + 1 + [...keyLists, ...listNames].indexOf(list)
  const cellsAt = argNames.length + keyLists.length + listNames.length + 1
  const lines = [
    ...keys.map((key, at) => `local ${key} = KEYS[${at + 1}]`),
    ...Object.entries(args).map(([name, type], at) => `local ${name} = ${converted[type](`ARGV[${at + 1}]`)}`),
    ...(keyLists.length === 0 ? [] : [printKeyReader(keys.length)]),
    ...keyLists.map((list) => `local ${list} = readKeys(tonumber(ARGV[${lengthAt(list)}]))`),
    ...(listNames.length === 0 ? [] : [`local nextCell = ${cellsAt}`]),
    ...Object.entries(lists).map(([list, columns]) => printList(list, columns.length, lengthAt(list))),
  ]
  return lines.join('\n')
}

const printKeyReader = (fixed: number): string => `
local nextKey = ${fixed}
local function readKeys(count)
  local list = {}
  for at = 1, count do list[at] = KEYS[nextKey + at] end
  nextKey = nextKey + count
  return list
end`

/** The iterator is printed out for its number of columns: it runs once for each of up to a thousand records. */
const printList = (list: string, width: number, lengthAt: number): string => `
local ${list} = {count = tonumber(ARGV[${lengthAt}]), from = nextCell}
nextCell = nextCell + ${list}.count * ${width}
function ${list}.each()
  local at, last = ${list}.from - ${width}, ${list}.from + (${list}.count - 1) * ${width}
  return function()
    at = at + ${width}
    if at <= last then return ${Array.from({ length: width }, (_, column) => (column === 0 ? 'ARGV[at]' : `ARGV[at + ${column}]`)).join(', ')} end
  end
end`
