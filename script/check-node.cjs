/** Loaded before a program, in a syntax that every Node understands: says what is missing, where the program itself would be a syntax error. */
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
if (major < 20 || (major === 20 && minor < 19)) {
  console.error(
    `Linkspan needs Node.js 20.19 or newer.\nFound: v${process.versions.node}\nInstall it from your system or https://nodejs.org, then run this again.`,
  )
  process.exit(1)
}
