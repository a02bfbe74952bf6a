import { dayOf, momentOf } from '../kernel/day.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { nextYear, schoolYearOf } from '../kernel/school-year.ts'
import type { Member } from '../session/actor.ts'
import type { House } from '../session/desk.ts'
import { headingsOf } from './columns.ts'
import { saveColumns } from './columns-store.ts'
import type { FileCheck } from './file-check.ts'
import type { ImportDone, ImportNo, OtherPupils, StandsAlready } from './import.ts'
import { importPacks } from './import-job.ts'
import type { Agreed, Given, Incoming, LookSays, Stage, StopWhy } from './incoming.ts'
import type { Kept } from './incoming-desk.ts'
import { fileIn, refusedIn, removeFolder } from './incoming-file-desk.ts'
import type { Chosen, Read } from './reading.ts'
import { checkInThread, packsFromThread, ReadingStopped } from './reading-desk.ts'
import { savedTestsOf } from './wide-choice.ts'

/** What is done with a file while its page is looked at: it goes on when nobody looks. */

const chosenOf = ({ look }: Incoming, { columns, wide }: Given): Chosen | null =>
  look.kind === 'sheet' && columns !== null ? { columns, below: look.below, wide } : null

/** Of the school year after this one there can be results just before it begins; of a later one never. */
export const latestYear = ({ now }: Pick<House, 'now'>) => nextYear(schoolYearOf(dayOf(now())))

const readOf = (house: House, kept: Kept, given: Given): Read => ({
  file: fileIn(kept),
  chosen: chosenOf(kept.incoming, given),
  latest: latestYear(house),
})

/** Begins to read all of a file, when nothing is being done with it. */
export function startCheck(house: House, kept: Kept, given: Given): void {
  if (kept.incoming.stage.is !== 'look') return
  kept.incoming.stage = { is: 'checking', given, rows: 0 }
  begin(kept, async (signal) => {
    const check = await checkInThread({
      ...readOf(house, kept, given),
      refusedTo: refusedIn(kept),
      signal,
      onProgress: (rows) => {
        kept.incoming.stage = { is: 'checking', given, rows }
      },
    })
    return { is: 'ready', given, check, agreed: {} }
  })
}

/** Lays a file that was read before somebody again, as its columns are. */
export function backToLook({ incoming }: Kept): void {
  if (incoming.stage.is === 'ready') incoming.stage = { is: 'look', given: incoming.stage.given }
}

/**
 * Begins to take in what was read, when it was read and nothing is being done with it.
 * @param also what was answered now, beside what was before
 */
export function startTaking(house: House, actor: Member, kept: Kept, also: Agreed = {}): void {
  const { stage } = kept.incoming
  if (stage.is !== 'ready' || stage.check.good === 0) return
  const { given, check } = stage
  const agreed = { ...stage.agreed, ...also }
  const at = { given, check, agreed }
  kept.incoming.stage = { is: 'taking', ...at, read: 0 }
  begin(kept, async (signal) => {
    const done = await take(house, actor, kept, { ...at, signal })
    if ('stands' in done || 'place' in done) return { is: 'ready', ...at, already: done }
    if (isRefusal(done)) return afterNo(done.refused, at)
    await remember(house, actor, kept, given)
    return { is: 'done', given, done }
  })
}

type At = { readonly given: Given; readonly check: FileCheck; readonly agreed: Agreed }
type Taking = At & { readonly signal: AbortSignal }

function take(
  house: House,
  actor: Member,
  kept: Kept,
  { signal, ...at }: Taking,
): Promise<ImportDone | ImportNo> {
  const { incoming } = kept
  const { given, agreed } = at
  const { db, notesKeyFile: keyFile, now } = house
  const packs = (key: Uint8Array) => packsFromThread(readOf(house, kept, given), key, signal)
  return importPacks(db, actor, packs, {
    supplier: given.supplier,
    norm: given.norm,
    kind: incoming.look.kind,
    keyFile,
    now: now(),
    mayStandBeside: agreed.beside ?? false,
    mayBeOthers: agreed.others ?? false,
    signal,
    onProgress: (read) => {
      incoming.stage = { is: 'taking', ...at, read }
    },
  })
}

async function remember({ db, now }: House, actor: Member, { incoming }: Kept, given: Given) {
  const { look } = incoming
  const { supplier, norm, columns, wide } = given
  const isSheet = look.kind === 'sheet' && columns !== null
  const tests = isSheet && wide !== null ? savedTestsOf(look, wide) : []
  const headings = isSheet && tests !== null ? headingsOf(look, columns) : null
  await saveColumns(db, actor, { supplier, norm, headings, tests: tests ?? [] }, momentOf(now()))
}

function afterNo(why: Exclude<ImportNo, StandsAlready | OtherPupils>['refused'], at: At): Stage {
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
    if (before.is === 'taking') {
      const { given, check, agreed } = before
      return { is: 'ready', given, check, agreed, halted: true }
    }
    return before.is === 'checking'
      ? { is: 'look', given: before.given, says: 'halted' }
      : { is: 'stopped', why: 'broken' }
  }
  const back: LookSays | undefined = BACK_TO_COLUMNS.find((one) => one === why)
  if (back && before.is === 'checking') return { is: 'look', given: before.given, says: back }
  return { is: 'stopped', why: why satisfies StopWhy }
}
