import { resolve } from 'node:path'
import { backupTo, checkBackup, restoreFrom } from '../db/backup.ts'
import { backupText } from './backup-text.ts'
import { lockData } from './data-lock.ts'
import { CannotStart, consoleLanguage, settingsOrStop } from './why-not.ts'

const text = backupText(consoleLanguage(process.env))

/** `backup FILE`: beside a running server if need be. */
export async function backupCommand(args: string[]): Promise<number> {
  const file = oneFile(args, text.backupUsage)
  const { databaseUrl, dataDir } = settingsOrStop(process.env)
  if (databaseUrl) throw new CannotStart(text.dump)
  const refusal = await backupTo(dataDir, file)
  if (refusal) throw new CannotStart(text[refusal.refused])
  console.log(text.written(file))
  return 0
}

/** `restore FILE`: checks the file first, refuses beside a running server, keeps the old data. */
export async function restoreCommand(args: string[]): Promise<number> {
  const file = oneFile(args, text.restoreUsage)
  const { databaseUrl, dataDir } = settingsOrStop(process.env)
  if (databaseUrl) throw new CannotStart(text.undump)
  const refusal = checkBackup(file)
  if (refusal) throw new CannotStart(text[refusal.refused])
  const lock = lockData(dataDir)
  try {
    const kept = restoreFrom(dataDir, file, new Date())
    console.log(text.restored(file))
    if (kept) console.log(text.kept(resolve(kept)))
  } finally {
    lock.release()
  }
  return 0
}

function oneFile(args: string[], usage: string) {
  const [file, ...more] = args
  if (file === undefined || more.length > 0) throw new CannotStart(usage)
  return file
}
