/** The lines of an iCalendar file as they were before folding, by name; of a line that comes twice the last one. */
export function eventIn(file: string): Record<string, string> {
  const lines = file.replaceAll(/\r\n[ \t]/g, '').split('\r\n')
  const pairs = lines.flatMap((line) => {
    const at = line.indexOf(':')
    return at < 0 ? [] : [[line.slice(0, at).split(';')[0] ?? '', line.slice(at + 1)] as const]
  })
  return Object.fromEntries(pairs)
}

export const lineOf = (file: string, name: string) => eventIn(file)[name] ?? ''

/** A text value as it was before it was escaped. */
export const unescaped = (value: string) =>
  value.replaceAll(/\\([\\;,nN])/g, (_all, sign: string) => (/n/i.test(sign) ? '\n' : sign))
