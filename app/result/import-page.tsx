import type { Context } from 'hono'
import { parseId, type ResultImportId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { readRoster } from '../plan/roster-store.ts'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { incomingAnswer, notForYou } from './import-desk.tsx'
import { mayImportResults } from './import-may.ts'
import { importsOf, undoImport } from './import-store.ts'
import { importText } from './import-text.ts'
import { ChooseFileView, type Elsewhere } from './import-view.tsx'
import { keepIncoming } from './incoming-desk.ts'
import { fileIn, type Received, receiveFile, removeFolder } from './incoming-file-desk.ts'
import { lookInThread } from './reading-desk.ts'
import { receiveText } from './receive-text.ts'

/** /trends/import: a file with results comes in and is looked into; and what came in before, to undo. */
export const importPage = {
  get: async (c: Context<OnDesk>) =>
    mayImportResults(readerOf(c).actor).may ? choose(c, { did: didOf(c.req.query('done')) }) : notForYou(c),

  post: async (c: Context<OnDesk>) => {
    if (!mayImportResults(readerOf(c).actor).may) return notForYou(c)
    return /^multipart\//i.test(c.req.header('content-type') ?? '') ? receive(c) : undo(c)
  },
}

const STATUS = { 'no-file': 422, broken: 422, 'too-large': 413, 'no-room': 507, busy: 429 } as const

async function receive(c: Context<OnDesk>) {
  const { house, language } = deskOf(c)
  const received = await receiveFile(c, house.incomingDir)
  if (typeof received === 'string')
    return choose(c, { says: receiveText(language).receive[received], status: STATUS[received] })
  try {
    return await lookInto(c, received)
  } catch (error) {
    await removeFolder(received.folder)
    throw error
  }
}

async function lookInto(c: Context<OnDesk>, received: Received) {
  const { house, language } = deskOf(c)
  const text = receiveText(language)
  const look = await lookInThread(fileIn(received))
  const isResults = look !== 'busy' && (look.kind === 'sheet' || look.kind === 'uwlr')
  const incoming = isResults ? await keepIncoming(house, readerOf(c).actor, received, look) : null
  if (incoming) return c.redirect(`/trends/import/files/${incoming.id}`, 303)
  await removeFolder(received.folder)
  if (look === 'busy' || isResults) return choose(c, { says: text.receive.busy, status: 429 })
  return look.kind === 'no'
    ? choose(c, { says: `${text.notRead} ${importText(language).file[look.why]}`, status: 422 })
    : choose(c, { elsewhere: look.kind, status: 422 })
}

async function undo(c: Context<OnDesk>) {
  const { db, house, language } = deskOf(c)
  const form = await c.req.formData()
  const id = parseId<'result-import'>(form.get('import')) satisfies ResultImportId | null
  const { undoNo } = receiveText(language)
  if (form.get('act') !== 'undo' || id === null)
    return choose(c, { says: receiveText(language).receive['no-file'], status: 422 })
  const no = await undoImport(db, readerOf(c).actor, id, house.now())
  if (!isRefusal(no)) return c.redirect('/trends/import?done=undone', 303)
  const says = no.refused in undoNo ? undoNo[no.refused as keyof typeof undoNo] : undoNo['import-gone']
  return choose(c, { refused: says, status: 422 })
}

type Did = 'undone' | 'nothing'

const didOf = (done: string | undefined): Did | null =>
  done === 'undone' || done === 'nothing' ? done : null

type Choosing = {
  /** What was just done, from the address. */
  readonly did?: Did | null
  readonly says?: string
  /** About the list, not about the file. */
  readonly refused?: string
  readonly elsewhere?: Elsewhere
  readonly status?: 200 | 413 | 422 | 429 | 507
}

async function choose(c: Context<OnDesk>, { did, says, refused, elsewhere, status = 200 }: Choosing) {
  const { db, language } = deskOf(c)
  const { actor } = readerOf(c)
  const text = receiveText(language)
  const { people } = await readRoster(db, actor)
  const before = (await importsOf(db, actor)).map((one) => ({
    ...one,
    who: people.find(({ id }) => id === one.madeBy)?.name ?? '',
  }))
  const notice = refused
    ? ({ kind: 'refusal', text: refused } as const)
    : did
      ? ({ kind: 'good', text: text[did] } as const)
      : null
  return incomingAnswer(c, {
    title: text.title,
    under: text.under,
    back: { href: '/trends', label: text.back },
    notice,
    status,
    children: <ChooseFileView {...{ before, language }} says={says ?? null} elsewhere={elsewhere ?? null} />,
  })
}
