/** One `name=value` of a query; a space is `%20`, since some servers read `+` as a plus (docs/erp/sap-s4hana.md#spaces-in-queries). */
export const queryPart = (name: string, value: string): string =>
  `${encodeURIComponent(name).replaceAll('%24', '$')}=${encodeURIComponent(value)}`

const nameOf = (part: string): string => {
  const name = part.split('=')[0] ?? ''
  try {
    return decodeURIComponent(name.replaceAll('+', ' '))
  } catch {
    return name
  }
}

/** The `name=value` parts of a query as they were written, without the parameters of these names. */
export const withoutParameters = (search: string, names: readonly string[]): string[] =>
  search
    .replace(/^\?/, '')
    .split('&')
    .filter((part) => part !== '' && !names.includes(nameOf(part)))

/**
 * The URL of a path below a base URL. The queries of the base and of the path stay as they were written; `parameters` follow and
 * replace those of the same name.
 */
export function urlBelow(base: string | URL, path: string, parameters: ReadonlyMap<string, string> = new Map()): URL {
  const url = new URL(base)
  const [pathname = '', ...query] = path.split('?')
  const tail = pathname.replace(/^\/+/, '')
  const root = url.pathname.replace(/\/+$/, '')
  const given = withoutParameters([url.search.slice(1), ...query].join('&'), [...parameters.keys()])
  url.hash = ''
  url.pathname = tail === '' ? root || '/' : `${root}/${tail}`
  url.search = [...given, ...[...parameters].map(([name, value]) => queryPart(name, value))].join('&')
  return url
}

/** The path of a URL below a base URL, without a slash before it. */
export const pathBelow = (base: URL, url: URL): string => url.pathname.slice(base.pathname.replace(/\/+$/, '').length + 1)
