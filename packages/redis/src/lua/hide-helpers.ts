/**
 * Puts a chunk of Lua functions into a block, so that only those named are seen outside: a script may have 200 local variables, and one that
 * includes many chunks comes near. Each named function must be declared by `local function` at the beginning of a line.
 */
export function hideHelpers(shown: readonly string[], chunk: string): string {
  const inside = shown.reduce((text, name) => {
    const declared = `\nlocal function ${name}(`
    if (!text.includes(declared)) throw new Error(`The chunk declares no function ${name}`)
    return text.replace(declared, `\nfunction ${name}(`)
  }, `\n${chunk}`)
  return `\nlocal ${shown.join(', ')}\ndo${inside}\nend\n`
}
