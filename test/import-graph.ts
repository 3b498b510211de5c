/** The files that each file imports. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>

/**
 * The circles of imports: each is a set of files that all import each other, directly or through others of the set. These are the strongly
 * connected components of more than one file, found by Tarjan's algorithm, and files that import themselves.
 */
export function findCircles(graph: ImportGraph): string[][] {
  const order = new Map<string, number>()
  const lowest = new Map<string, number>()
  const open: string[] = []
  const circles: string[][] = []

  function visit(file: string): void {
    const number = order.size
    order.set(file, number)
    lowest.set(file, number)
    open.push(file)
    for (const target of graph.get(file) ?? []) {
      if (!order.has(target)) visit(target)
      if (open.includes(target)) lowest.set(file, Math.min(lowest.get(file) ?? 0, lowest.get(target) ?? 0))
    }
    if (lowest.get(file) !== number) return
    const members = open.splice(open.indexOf(file))
    if (members.length > 1 || graph.get(file)?.includes(file)) circles.push(members.sort())
  }

  for (const file of graph.keys()) if (!order.has(file)) visit(file)
  return circles
}
