import type { Db } from '../db/database.ts'
import { makeSetupCode } from './setup-code-store.ts'

/** `setup-code`: makes a new code with which one school may be set up, and prints it, alone. An older one ends. */
export async function setupCodeCommand(open: () => Promise<Db>): Promise<number> {
  const db = await open()
  try {
    console.log(await makeSetupCode(db))
    return 0
  } finally {
    await db.close()
  }
}
