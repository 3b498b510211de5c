import { createWorkerMetrics } from '../apps/worker/src/metrics.ts'

/** Returns a table row for each metric of Linkspan in a Prometheus text. */
function rowsOf(text: string): string {
  const typeOf = new Map([...text.matchAll(/^# TYPE (\S+) (\S+)$/gm)].map(([, name = '', type = '']) => [name, type]))
  return [...text.matchAll(/^# HELP (linkspan_\S+) (.*)$/gm)]
    .map(([, name = '', help = '']) => `| \`${name}\` | ${typeOf.get(name)} | ${help} |`)
    .join('\n')
}

const table = (text: string): string => `| metric | type | meaning |\n|---|---|---|\n${rowsOf(text)}`

/** Returns docs/metrics.md. `apiMetrics` is what the API serves at /metrics. */
export async function describeMetrics(apiMetrics: string): Promise<string> {
  return `# Metrics

API and workers serve \`GET /metrics\` for Prometheus, without credentials: the API at its port, each worker at \`WORKER_PORT\` (its log says
which port it got). Make both ports reachable only from inside, or block the path in your proxy. Each process also serves the usual metrics of
Node.js, such as \`nodejs_eventloop_lag_p99_seconds\`. This page is generated from the code.

The number of time series does not grow with the number of connections. With \`METRICS_PER_CONNECTION=true\` the metrics of syncs, of streams and of calls to ERPs name the
connection too.

## API

${table(apiMetrics)}

## Worker

${table(await createWorkerMetrics({ perConnection: false }).print())}

For alerts, see [operations](operations.md#watching).
`
}
