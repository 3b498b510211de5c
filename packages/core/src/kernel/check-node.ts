/** Whether this Node can run Linkspan; if not, it says so, and the process will end with 1. Written so that every Node can read it. */
export function isNodeNewEnough(): boolean {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  if (major > 20 || (major === 20 && minor >= 19)) return true
  console.error(
    `Linkspan needs Node.js 20.19 or newer.\nFound: v${process.versions.node}\nInstall it from your system or https://nodejs.org, then run this again.`,
  )
  process.exitCode = 1
  return false
}
