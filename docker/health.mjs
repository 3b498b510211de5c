/** Exits with 0 if this container is healthy. It runs either the API or a worker, so one healthy port is enough. */
const ports = [process.env.PORT, process.env.WORKER_PORT]

async function ask(port) {
  const { ok } = await fetch(`http://127.0.0.1:${port}/healthz`, { signal: AbortSignal.timeout(4000) })
  if (!ok) throw new Error(`Port ${port} is not healthy`)
}

Promise.any(ports.map(ask)).then(
  () => process.exit(0),
  () => process.exit(1),
)
