// At its end, a process tells how many modules of OpenTelemetry's SDK it has loaded.
process.on('exit', () => {
  const loaded = Object.keys(require.cache).filter((path) => /@opentelemetry[/+](sdk|exporter|otlp)/.test(path))
  process.stdout.write(`Modules of the SDK: ${loaded.length}\n`)
})
