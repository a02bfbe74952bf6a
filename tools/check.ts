import { runChecks } from './checks.ts'

/** `npm run check`: types, lint, format, house rules and unused code; no tests. */
export async function main(): Promise<number> {
  const { failed } = await runChecks()
  return failed === 0 ? 0 : 1
}
