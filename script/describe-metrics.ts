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

## What to be woken by

| alarm | expression |
|---|---|
| Redis is away | \`linkspan_redis_up == 0\` for a minute |
| no worker | \`linkspan_workers == 0\` for a minute |
| syncs wait and nobody has time | \`linkspan_jobs{queue="erp-sync",state="waiting"} > 100\` for 15 minutes |
| syncs fail | \`sum(increase(linkspan_syncs_total{status="error"}[1h])) / sum(increase(linkspan_syncs_total[1h])) > 0.2\` |
| credentials were refused | \`increase(linkspan_syncs_total{code="setup.credentials-rejected"}[15m]) > 0\` |
| nothing was synced at all | \`sum(increase(linkspan_syncs_total[24h])) == 0\`: absence is an alarm too |
| records are rejected | \`sum(increase(linkspan_sync_records_total{outcome="rejected"}[1h])) > 100\` |
| an ERP is slow | \`histogram_quantile(0.95, sum by (le, connector) (rate(linkspan_erp_call_duration_seconds_bucket[15m]))) > 10\` |
`
}
