import { createWorkerMetrics } from '../apps/worker/src/metrics.ts'

/** Name, type and meaning of each of our own metrics, as Prometheus is told. */
function rowsOf(text: string): string {
  const typeOf = new Map([...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name = '', type = '']) => [name, type]))
  return [...text.matchAll(/^# HELP (linkspan_\S+) (.*)$/gm)]
    .map(([, name = '', help = '']) => `| \`${name}\` | ${typeOf.get(name)} | ${help} |`)
    .join('\n')
}

const table = (text: string): string => `| metric | type | meaning |\n|---|---|---|\n${rowsOf(text)}`

export async function describeMetrics(apiMetrics: string): Promise<string> {
  return `# Metrics

API and workers serve \`GET /metrics\` for Prometheus, without credentials: the API at its port, each worker at \`WORKER_PORT\` (its log says
which port it got). Keep both ports inside, or shield the path. Beside the metrics below, each process tells the usual ones of Node.js,
\`nodejs_eventloop_lag_p99_seconds\` among them. This page is printed from the code.

No label grows with the number of connections; with \`METRICS_PER_CONNECTION=true\` those about syncs and calls to ERPs name the connection too.

## API

${table(apiMetrics)}

## Worker

${table(await createWorkerMetrics({ perConnection: false }).print())}

What to be woken by: [operations](operations.md#watching).
`
}
