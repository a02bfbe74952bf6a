import { runNode } from './run.ts'

/** `npm run format`: formats everything, or the files that are named, and mends what the linter can mend by itself. */
export async function main(files: string[]): Promise<number> {
  const mended = await runNode('oxlint/bin/oxlint', ['--type-aware', '--fix', ...files], { shown: true })
  const formatted = await runNode('@biomejs/biome/bin/biome', ['check', '--write', ...files], { shown: true })
  return mended.code || formatted.code
}
