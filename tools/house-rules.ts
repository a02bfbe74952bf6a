import { join } from 'node:path'
import { importFindings } from './house/import-rules.ts'
import { jsxFindings } from './house/jsx-rules.ts'
import { nameFindings } from './house/name-rules.ts'
import { sizeFindings, sizeReport } from './house/size-rules.ts'
import { type Finding, readSources, type Source } from './house/source.ts'
import { tableFindings } from './house/table-rules.ts'

/** Everything that breaks a rule of the house (docs/architecture.md), in the order of the files. */
export function houseFindings(sources: readonly Source[]): Finding[] {
  const rules = [importFindings, nameFindings, sizeFindings, tableFindings, jsxFindings]
  return rules
    .flatMap((rule) => rule(sources))
    .sort((a, b) => a.path.localeCompare(b.path) || a.line - b.line)
}

/** What the check prints, and whether the house is in order. */
export function checkHouse(root = join(import.meta.dirname, '..')): { output: string; fine: boolean } {
  const sources = readSources(root)
  const findings = houseFindings(sources)
  const lines = findings.map(({ path, line, rule, text }) => `${path}:${line}: ${rule}: ${text}`)
  return { output: [...lines, ...sizeReport(sources)].join('\n'), fine: findings.length === 0 }
}
