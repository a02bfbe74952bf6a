import { randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Context } from 'hono'
import { CannotReadForm, formPieces } from '../paper/multipart-in.ts'
import type { OnDesk } from '../session/desk.ts'
import type { ReceiveTrouble } from './receive.ts'

/** Files that wait outside the database until somebody says what becomes of them. */

/** What one file may weigh, in bytes: a million results with room to spare. */
export const MOST_BYTES = 200 * 2 ** 20
const LONGEST_NAME = 120

/** A file that came in: in a folder of its own, readable by the server alone. */
export type Received = { readonly folder: string; readonly fileName: string; readonly size: number }

export const fileIn = ({ folder }: Pick<Received, 'folder'>) => join(folder, 'file')
export const refusedIn = ({ folder }: Pick<Received, 'folder'>) => join(folder, 'refused')

/** In the folder of the server's data, beside the database and not in it. */
export const incomingDirIn = (dataDir: string) => join(dataDir, 'incoming')

/** Throws away what lies there: nobody knows any more whose it was. For the start of the server. */
export const emptyIncoming = (incomingDir: string) => rm(incomingDir, { recursive: true, force: true })

export const removeFolder = (folder: string) => rm(folder, { recursive: true, force: true })

/** So many files may be coming in at a time. */
const MOST_AT_ONCE = 4
let comingIn = 0

/** Writes the file of a form away while it comes in. What is not whole leaves nothing behind. */
export async function receiveFile(
  c: Context<OnDesk>,
  incomingDir: string,
): Promise<Received | ReceiveTrouble> {
  const { body } = c.req.raw
  if (!body) return 'no-file'
  if (comingIn >= MOST_AT_ONCE) return 'busy'
  comingIn += 1
  try {
    return await receive(body, c.req.header('content-type'), incomingDir)
  } finally {
    comingIn -= 1
  }
}

async function receive(
  body: ReadableStream<Uint8Array>,
  contentType: string | undefined,
  incomingDir: string,
): Promise<Received | ReceiveTrouble> {
  const folder = join(incomingDir, randomUUID())
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const received = await intoFolder(folder, formPieces(body, contentType)).catch(async (error: unknown) => {
    await removeFolder(folder)
    const why = whyOf(error)
    if (why === null) throw error
    return why
  })
  if (typeof received === 'string') await removeFolder(folder)
  return received
}

function whyOf(error: unknown): ReceiveTrouble | null {
  if (error instanceof CannotReadForm) return 'broken'
  const code = error instanceof Error && 'code' in error ? error.code : null
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'no-room'
  // Who sends went away in the middle.
  return code === 'ECONNRESET' || (error instanceof Error && error.message === 'aborted') ? 'broken' : null
}

async function intoFolder(
  folder: string,
  pieces: ReturnType<typeof formPieces>,
): Promise<Received | ReceiveTrouble> {
  const file = await open(fileIn({ folder }), 'wx', 0o600)
  try {
    return await write(file, folder, pieces)
  } finally {
    await file.close()
  }
}

async function write(
  file: FileHandle,
  folder: string,
  pieces: ReturnType<typeof formPieces>,
): Promise<Received | ReceiveTrouble> {
  let fileName: string | null = null
  let size = 0
  let isFile = false
  for await (const piece of pieces) {
    if (piece.is === 'part') {
      isFile = piece.name === 'file' && fileName === null && Boolean(piece.fileName)
      if (isFile) fileName = nameOf(piece.fileName ?? '')
    } else if (isFile) {
      size += piece.bytes.length
      if (size > MOST_BYTES) return 'too-large'
      await file.write(piece.bytes)
    }
  }
  return fileName === null ? 'no-file' : { folder, fileName, size }
}

/** Some browsers send a whole path. */
const nameOf = (name: string) =>
  (name.split(/[\\/]/).at(-1) ?? '').replace(/\p{Cc}/gu, '').slice(0, LONGEST_NAME) || '–'
