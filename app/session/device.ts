/** A browser and a machine in words that people know; never the raw line that a browser sends. */
const BROWSERS: readonly [RegExp, string][] = [
  [/\bEdg(A|iOS)?\//, 'Edge'],
  [/\bOPR\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(Chrome|CriOS|HeadlessChrome)\//, 'Chrome'],
  [/\bSafari\//, 'Safari'],
]

const MACHINES: readonly [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'Chromebook'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'Mac'],
  [/\bLinux\b/, 'Linux'],
]

const first = (list: readonly [RegExp, string][], agent: string) =>
  list.find(([shape]) => shape.test(agent))?.[1] ?? ''

/** 'Firefox/Windows'; either side may be empty. */
export function deviceOf(userAgent: string | undefined): string {
  const agent = (userAgent ?? '').slice(0, 400)
  return `${first(BROWSERS, agent)}/${first(MACHINES, agent)}`
}

/** The two parts again, for a sentence. */
export function deviceParts(device: string): { browser: string | null; machine: string | null } {
  const [browser, machine] = device.split('/')
  return { browser: browser || null, machine: machine || null }
}
