import { type DataTypeId, dataTypeIds } from '@linkspan/core'
import { hideHelpers } from '../lua/hide-helpers.ts'

interface KeyFields {
  /** Canonical fields at the top of a record that people know it by. */
  readonly fields: readonly string[]
  /** A field that the schema always prints, and behind all of these. Null: the whole record is searched for them. */
  readonly before: string | null
}

/** By what a record is found, besides its ids. Records of a type that stands further up are found first. */
const keyFields: Readonly<Record<DataTypeId, KeyFields>> = {
  orders: { fields: ['orderNumber', 'customerReference', 'ourReference'], before: 'orderDate' },
  products: { fields: ['sku'], before: 'name' },
  order_status: { fields: ['orderNumber', 'orderExternalId'], before: 'status' },
  inventory: { fields: ['sku'], before: 'quantityOnHand' },
  employees: { fields: ['employeeId', 'email'], before: null },
  invoices: { fields: ['invoiceNumber', 'orderNumber', 'customerReference'], before: 'issueDate' },
}

/** Fields that are no field of the record: its ids, and the external reference under which it was sent. */
const ownFields = ['id', 'erpId', 'reference'] as const

/** What a member of the index says. */
export interface SearchKey {
  /** The key in lower case. */
  readonly key: string
  readonly dataType: DataTypeId
  readonly field: string
  readonly recordId: string
}

const fieldsOf = (dataType: DataTypeId): readonly string[] => [...keyFields[dataType].fields, ...ownFields]
const codeOf = (dataType: DataTypeId): string => String.fromCharCode(97 + dataTypeIds.indexOf(dataType))

/** Reads a member, which is `<key>\0<data type and field>\0<record id>`: keys that are equal to a text come before longer ones. */
export function parseSearchKey(member: string): SearchKey | null {
  const [key = '', code = '', ...id] = member.split('\0')
  const dataType = dataTypeIds.find((type) => codeOf(type) === code[0])
  const field = dataType && fieldsOf(dataType)[Number(code.slice(1))]
  return dataType && field !== undefined ? { key, dataType, field, recordId: id.join('\0') } : null
}

/** Letters beyond A–Z keep their case, as in Lua. */
export const foldKey = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())

const printFields = (names: readonly string[]): string => names.map((name) => `{name = '${name}', text = '"${name}":"'}`).join(', ')
const printType = (dataType: DataTypeId): string => {
  const { fields, before } = keyFields[dataType]
  const codes = fieldsOf(dataType).map((_, at) => `'\\0${codeOf(dataType)}${at}\\0'`)
  return `${dataType} = {fields = {${printFields(fields)}}, before = ${before === null ? 'nil' : `',"${before}":'`}, codes = {${codes.join(', ')}}}`
}

/**
 * Lua that keeps the index of business keys. `addSearchKeys` appends the members of a record, each behind a score, to a list for ZADD.
 * `replaceSearchKeys` puts the members of a record in place of those that it had. `haveSameKeys` tells cheaply whether two contents surely
 * have the same keys. Contents are JSON; an entry is one of the outbox, nil without one. Goes behind `recordMeta`.
 */
export const searchKeys = hideHelpers(
  ['addSearchKeys', 'replaceSearchKeys', 'haveSameKeys'],
  `
local searchedTypes = {${dataTypeIds.map(printType).join(', ')}}

-- The beginning of a record in which its keys stand.
local function headOf(type, json)
  local stop = type.before and find(json, type.before, 1, true)
  return stop and sub(json, 1, stop) or json
end

local function haveSameKeys(dataType, one, other)
  local type = searchedTypes[dataType]
  return headOf(type, one) == headOf(type, other)
end

local quote, lower = byte('"'), string.lower

-- The text with escapes that begins behind this place.
local function escapedText(json, at)
  local stop = find(json, '"', at + 1, true)
  while stop and match(sub(json, at + 1, stop - 1), '\\\\*$'):len() % 2 == 1 do stop = find(json, '"', stop + 1, true) end
  local isRead, list = pcall(cjson.decode, '["' .. sub(json, at + 1, (stop or 0) - 1) .. '"]')
  return isRead and list[1] or ''
end

-- The value of the field that begins with this text, as in '"sku":"'; '' if it is not there.
local function textOf(json, name)
  local _, at = find(json, name, 1, true)
  if not at then return '' end
  local text = match(json, '^[^"\\\\]*', at + 1)
  return byte(json, at + 1 + #text) == quote and text or escapedText(json, at)
end

local function addKey(list, key, code, id)
  if key == '' then return end
  local count = #list
  list[count + 1], list[count + 2] = '0', lower(key) .. code .. id
end

local function addSearchKeys(list, dataType, id, json, entry)
  local type = searchedTypes[dataType]
  local fields, codes, count = type.fields, type.codes, #type.fields
  local first
  if json then
    local head = count == 1 and json or headOf(type, json) -- a single key is a field that every record has, near its beginning
    for at = 1, count do
      local key = textOf(head, fields[at].text)
      if at == 1 then first = key end
      addKey(list, key, codes[at], id)
    end
  end
  if id ~= first then addKey(list, id, codes[count + 1], id) end
  if entry then
    local head = sub(entry, 1, find(entry, ',"revision":', 1, true) or -1)
    local erpId = textOf(head, '"erpId":"')
    if erpId ~= id and erpId ~= first then addKey(list, erpId, codes[count + 2], id) end
    local reference = textOf(head, '"reference":"')
    if reference ~= id and reference ~= first then addKey(list, reference, codes[count + 3], id) end
  end
end

local function membersOf(list)
  local members = {}
  for at = 2, #list, 2 do members[list[at]] = true end
  return members
end

-- 'before' and 'after': {json, entry} of the record; nil if there is none.
local function replaceSearchKeys(key, dataType, id, before, after)
  local old, new = {}, {}
  if before then addSearchKeys(old, dataType, id, before[1], before[2]) end
  if after then addSearchKeys(new, dataType, id, after[1], after[2]) end
  local kept = membersOf(new)
  for member in pairs(membersOf(old)) do
    if not kept[member] then redis.call('ZREM', key, member) end
  end
  if #new > 0 then redis.call('ZADD', key, unpack(new)) end
end
`,
)
