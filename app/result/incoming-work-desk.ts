import { momentOf } from '../kernel/day.ts'
import { isRefusal } from '../kernel/refusal.ts'
import type { Member } from '../session/actor.ts'
import type { House } from '../session/desk.ts'
import { headingsOf } from './columns.ts'
import { saveColumns } from './columns-store.ts'
import type { FileCheck } from './file-check.ts'
import type { ImportDone, ImportNo, StandsAlready } from './import.ts'
import { importPacks } from './import-job.ts'
import type { Given, Incoming, LookSays, Stage, StopWhy } from './incoming.ts'
import type { Kept } from './incoming-desk.ts'
import { fileIn, refusedIn, removeFolder } from './incoming-file-desk.ts'
import type { Chosen } from './reading.ts'
import { checkInThread, packsFromThread, ReadingStopped } from './reading-desk.ts'

/** What is done with a file while its page is looked at: it goes on when nobody looks. */

const chosenOf = ({ look }: Incoming, { columns }: Given): Chosen | null =>
  look.kind === 'sheet' && columns !== null ? { columns, below: look.below } : null

/** Begins to read all of a file, when nothing is being done with it. */
export function startCheck(kept: Kept, given: Given): void {
  if (kept.incoming.stage.is !== 'look') return
  kept.incoming.stage = { is: 'checking', given, rows: 0 }
  begin(kept, async (signal) => {
    const check = await checkInThread({
      file: fileIn(kept),
      chosen: chosenOf(kept.incoming, given),
      refusedTo: refusedIn(kept),
      signal,
      onProgress: (rows) => {
        kept.incoming.stage = { is: 'checking', given, rows }
      },
    })
    return { is: 'ready', given, check }
  })
}

/** Lays a file that was read before somebody again, as its columns are. */
export function backToLook({ incoming }: Kept): void {
  if (incoming.stage.is === 'ready') incoming.stage = { is: 'look', given: incoming.stage.given }
}

/**
 * Begins to take in what was read, when it was read and nothing is being done with it.
 * @param mayStandBeside what stands already under other norms may stay beside it
 */
export function startTaking(house: House, actor: Member, kept: Kept, mayStandBeside = false): void {
  const { stage } = kept.incoming
  if (stage.is !== 'ready' || stage.check.good === 0) return
  const { given, check } = stage
  kept.incoming.stage = { is: 'taking', given, check, read: 0 }
  begin(kept, async (signal) => {
    const done = await take(house, actor, kept, { given, check, signal, mayStandBeside })
    if ('stands' in done) return { is: 'ready', given, check, already: done }
    if (isRefusal(done)) return afterNo(done.refused, { given, check })
    await remember(house, actor, kept, given)
    return { is: 'done', given, done }
  })
}

type Taking = {
  readonly given: Given
  readonly check: FileCheck
  readonly signal: AbortSignal
  readonly mayStandBeside: boolean
}

function take(
  { db, notesKeyFile: keyFile, now }: House,
  actor: Member,
  kept: Kept,
  { given, check, signal, mayStandBeside }: Taking,
): Promise<ImportDone | ImportNo> {
  const { incoming } = kept
  const packs = (key: Uint8Array) => packsFromThread(fileIn(kept), chosenOf(incoming, given), key, signal)
  return importPacks(db, actor, packs, {
    supplier: given.supplier,
    norm: given.norm,
    kind: incoming.look.kind,
    keyFile,
    now: now(),
    mayStandBeside,
    signal,
    onProgress: (read) => {
      incoming.stage = { is: 'taking', given, check, read }
    },
  })
}

async function remember({ db, now }: House, actor: Member, { incoming }: Kept, given: Given) {
  const { look } = incoming
  const headings = look.kind === 'sheet' && given.columns !== null ? headingsOf(look, given.columns) : null
  await saveColumns(db, actor, { ...given, headings }, momentOf(now()))
}

function afterNo(
  why: Exclude<ImportNo, StandsAlready>['refused'],
  at: { given: Given; check: FileCheck },
): Stage {
  if (why === 'cancelled') return { is: 'ready', ...at, halted: true }
  return { is: 'stopped', why: why === 'import-gone' || why === 'past-term' ? 'broken' : why }
}

/** Does what there is to do; when there is nothing more to do with a file it goes, and only then is that said. */
function begin(kept: Kept, act: (signal: AbortSignal) => Promise<Stage>) {
  const { incoming } = kept
  const before = incoming.stage
  const stop = new AbortController()
  kept.stop = stop
  const run = async () => {
    let after: Stage
    let bug: unknown = null
    try {
      after = await act(stop.signal)
    } catch (error) {
      if (!(error instanceof ReadingStopped)) bug = error
      after = afterStop(before, error instanceof ReadingStopped ? error.why : 'broken')
    }
    if (after.is === 'done' || after.is === 'stopped') await removeFolder(kept.folder)
    incoming.stage = after
    if (bug !== null) throw bug
  }
  kept.work = run()
}

const BACK_TO_COLUMNS = ['tests-many', 'groups-many', 'no-columns'] as const

function afterStop(before: Stage, why: ReadingStopped['why']): Stage {
  if (why === 'cancelled') {
    if (before.is === 'taking') return { is: 'ready', given: before.given, check: before.check, halted: true }
    return before.is === 'checking'
      ? { is: 'look', given: before.given, says: 'halted' }
      : { is: 'stopped', why: 'broken' }
  }
  const back: LookSays | undefined = BACK_TO_COLUMNS.find((one) => one === why)
  if (back && before.is === 'checking') return { is: 'look', given: before.given, says: back }
  return { is: 'stopped', why: why satisfies StopWhy }
}
