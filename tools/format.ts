import { runNode } from './run.ts'

/** `npm run format`: formats everything, or the files that are named. */
export async function main(files: string[]): Promise<number> {
  const { code } = await runNode('@biomejs/biome/bin/biome', ['check', '--write', ...files], { shown: true })
  return code
}
