import { checkHouse } from './house-rules.ts'
import { type Ran, runNode } from './run.ts'

type Check = { readonly name: string; readonly run: () => Promise<Ran> }

/** The checks that need nothing but the sources, cheapest first. */
const CHECKS: readonly Check[] = [
  { name: 'types', run: () => runNode('typescript/bin/tsc', ['--noEmit', '-p', '.']) },
  { name: 'lint', run: () => runNode('oxlint/bin/oxlint', ['--type-aware']) },
  { name: 'format', run: () => runNode('@biomejs/biome/bin/biome', ['check', '--error-on-warnings']) },
  { name: 'house rules', run: houseRules },
  { name: 'unused code', run: () => runNode('knip/bin/knip.js', ['--no-progress']) },
]

function houseRules(): Promise<Ran> {
  const { output, fine } = checkHouse()
  return Promise.resolve({ code: fine ? 0 : 1, output })
}

/** Runs every check, says how each went, and answers how many passed and failed. */
export async function runChecks(): Promise<{ passed: number; failed: number }> {
  let failed = 0
  for (const { name, run } of CHECKS) {
    const started = performance.now()
    const { code, output } = await run()
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    console.log(`${code === 0 ? '✓' : '✗'} ${name} (${seconds} s)`)
    if (code !== 0) console.log(output)
    failed += code === 0 ? 0 : 1
  }
  return { passed: CHECKS.length - failed, failed }
}
