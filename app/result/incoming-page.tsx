import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import type { Language } from '../kernel/language.ts'
import { readSchool } from '../school/school-store.ts'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { Stepper } from '../ui/stepper.tsx'
import { type Asked, type AskedKind, answersIn, askedOf } from './asked.ts'
import { troublesOf } from './columns.ts'
import { savedColumns } from './columns-store.ts'
import { asTable } from './given.ts'
import { givenFrom } from './given-form.ts'
import { type IncomingPage, incomingAnswer, keptIn, notForYou } from './import-desk.tsx'
import { mayImportResults } from './import-may.ts'
import type { Given, Incoming, Stage } from './incoming.ts'
import { BusyView, ReadyView, yearsText } from './incoming-check-view.tsx'
import { forget, type Kept } from './incoming-desk.ts'
import { DoneView, doneTitle, stoppedSentence } from './incoming-done-view.tsx'
import { LookView } from './incoming-look-view.tsx'
import { incomingText, wholeNumber } from './incoming-text.ts'
import { backToLook, latestYear, startCheck, startTaking } from './incoming-work-desk.ts'
import { SUPPLIERS } from './supplier.ts'
import { wideTroubles } from './wide-choice.ts'
import { wideText } from './wide-text.ts'

/** /trends/import/files/:incoming: one file on its way in, from what we make of it to what came of it. */
export const incomingPage = {
  get: async (c: Context<OnDesk>) => {
    if (!mayImportResults(readerOf(c).actor).may) return notForYou(c)
    const kept = keptIn(c)
    return kept ? show(c, kept) : gone(c)
  },

  post: async (c: Context<OnDesk>) => {
    const { actor } = readerOf(c)
    if (!mayImportResults(actor).may) return notForYou(c)
    const kept = keptIn(c)
    if (!kept) return gone(c)
    const form = await c.req.formData()
    const act = form.get('act')
    if (LOOKING.some((one) => one === act)) return look(c, kept, form, act as Looking)
    if (act === 'take' || act === 'beside') return take(c, kept, form, act)
    if (act === 'back') backToLook(kept)
    // The page shows it as soon as it has stopped.
    if (act === 'cancel') kept.stop.abort()
    if (act !== 'nothing') return c.redirect(here(kept), 303)
    await forget(kept.incoming.id)
    return c.redirect('/trends/import', 303)
  },
}

/** What can be done with a file that lies before somebody; `wide` and `long`: it is the other kind of table. */
const LOOKING = ['check', 'show', 'wide', 'long'] as const
type Looking = (typeof LOOKING)[number]

const here = ({ incoming }: Kept) => `/trends/import/files/${incoming.id}`

function look(c: Context<OnDesk>, kept: Kept, form: FormData, act: Looking) {
  const { incoming } = kept
  if (incoming.stage.is !== 'look') return c.redirect(here(kept), 303)
  const given = givenFrom(form, incoming.look, incoming.stage.given.wide !== null)
  incoming.stage = {
    is: 'look',
    given: act === 'wide' || act === 'long' ? asTable(incoming, given, act) : given,
  }
  if (act !== 'check') return c.redirect(here(kept), 303)
  const { troubles, wideTroubles } = troublesIn(incoming.look, given)
  if (troubles.length + wideTroubles.length > 0 || given.supplier === '')
    return show(c, kept, { isRefused: true })
  startCheck(deskOf(c).house, kept, given)
  return c.redirect(here(kept), 303)
}

/** What is still to be said of the columns. */
function troublesIn(look: Incoming['look'], { columns, wide }: Given) {
  if (look.kind !== 'sheet') return { troubles: [], wideTroubles: [] }
  return {
    troubles: troublesOf(look, columns ?? {}, wide),
    wideTroubles: wide ? wideTroubles(columns ?? {}, wide) : [],
  }
}

/** Only with an answer to all that is asked; once no is no. */
async function take(c: Context<OnDesk>, kept: Kept, form: FormData, act: 'take' | 'beside') {
  const { missing, isNo, agreed } = answersIn(form, await askedAt(c, kept))
  if (isNo) {
    await forget(kept.incoming.id)
    return c.redirect('/trends/import?done=nothing', 303)
  }
  if (missing.length > 0) return show(c, kept, { missing })
  startTaking(
    deskOf(c).house,
    readerOf(c).actor,
    kept,
    act === 'beside' ? { ...agreed, beside: true } : agreed,
  )
  return c.redirect(here(kept), 303)
}

async function askedAt(c: Context<OnDesk>, { incoming: { stage } }: Kept): Promise<Asked[]> {
  if (stage.is !== 'ready' || stage.check.good === 0) return []
  const { brin } = await readSchool(deskOf(c).db, readerOf(c).actor)
  return askedOf(stage, brin)
}

const gone = (c: Context<OnDesk>) => {
  const text = incomingText(deskOf(c).language)
  return incomingAnswer(c, {
    title: text.goneTitle,
    under: text.goneUnder,
    back: { href: '/trends/import', label: text.away },
    status: 404,
    children: null,
  })
}

type Drawn = Pick<IncomingPage, 'title' | 'under' | 'children' | 'back' | 'isBusy' | 'status'>
type At = { readonly kept: Kept; readonly language: Language; readonly action: string }

/** What a form came back with. */
type Back = { readonly isRefused?: boolean; readonly missing?: readonly AskedKind[] }

async function show(c: Context<OnDesk>, kept: Kept, { isRefused = false, missing = [] }: Back = {}) {
  const { language } = deskOf(c)
  const at = { kept, language, action: here(kept) }
  const { stage } = kept.incoming
  const drawn =
    stage.is === 'look'
      ? await lookPage(c, at, stage, isRefused)
      : stage.is === 'ready'
        ? readyPage(at, stage, await askedAt(c, kept), missing)
        : stagePage(at, stage)
  return incomingAnswer(c, {
    beside: <Steps {...{ stage, language }} kind={kept.incoming.look.kind} />,
    ...drawn,
  })
}

function stagePage(at: At, stage: Exclude<Stage, { is: 'look' | 'ready' }>): Drawn {
  if (stage.is === 'checking') return checkingPage(at, stage)
  if (stage.is === 'taking') return takingPage(at, stage)
  return stage.is === 'done' ? donePage(at, stage) : stoppedPage(at, stage)
}

type Of<Is extends Stage['is']> = Extract<Stage, { is: Is }>

async function lookPage(c: Context<OnDesk>, at: At, stage: Of<'look'>, isRefused: boolean): Promise<Drawn> {
  const { kept, language, action } = at
  const { look: found, fileName } = kept.incoming
  const { given, says = null } = stage
  const todo = troublesIn(found, given)
  const isTodo = todo.troubles.length + todo.wideTroubles.length > 0
  const latest = latestYear(deskOf(c).house)
  const props = { action, look: found, given, says, latest, language, isRefused, ...todo }
  return {
    ...lookHead({ kind: found.kind, isTodo, isWide: given.wide !== null }, fileName, language),
    status: isRefused ? 422 : 200,
    children: <LookView {...props} suppliers={await suppliersFor(c)} />,
  }
}

type Looked = { readonly kind: 'sheet' | 'uwlr'; readonly isTodo: boolean; readonly isWide: boolean }

function lookHead(
  { kind, isTodo, isWide }: Looked,
  fileName: string,
  language: Language,
): Pick<Drawn, 'title' | 'under'> {
  const text = incomingText(language)
  const wide = wideText(language)
  if (isTodo)
    return { title: text.lookTodo, under: isWide ? wide.todoUnder(fileName) : text.lookTodoUnder(fileName) }
  if (isWide) return { title: text.lookTitle, under: wide.under(fileName) }
  return { title: kind === 'uwlr' ? text.messageTitle : text.lookTitle, under: text.lookUnder(fileName) }
}

/** Those the school had before first, then the ones that are known. */
async function suppliersFor(c: Context<OnDesk>): Promise<string[]> {
  const saved = await savedColumns(deskOf(c).db, readerOf(c).actor)
  return [...new Set([...saved.map(({ supplier }) => supplier), ...SUPPLIERS])]
}

function checkingPage({ kept, language, action }: At, { rows }: Of<'checking'>): Drawn {
  const text = incomingText(language)
  const says = text.rowsRead(wholeNumber(language, rows))
  return {
    title: text.checking,
    under: text.checkingUnder(kept.incoming.fileName),
    isBusy: true,
    children: <BusyView {...{ action, says, language }} part={null} />,
  }
}

function readyPage(
  { kept, language, action }: At,
  { given, check, halted = false, already }: Of<'ready'>,
  asked: readonly Asked[],
  missing: readonly AskedKind[],
): Drawn {
  const text = incomingText(language)
  const { good, pupils } = check
  const { look: found } = kept.incoming
  const headings = found.kind === 'sheet' && given.wide ? found.headings : null
  const title =
    good === 0 ? text.readyNone : good === 1 ? text.oneReady : text.readyTitle(wholeNumber(language, good))
  return {
    title,
    under:
      good === 0
        ? ''
        : text.readyUnder(wholeNumber(language, pupils), yearsText(check, language), pupils === 1),
    status: missing.length > 0 ? 422 : 200,
    children: (
      <ReadyView
        {...{ action, check, headings, halted, already, asked, missing, language }}
        kind={kept.incoming.look.kind}
      />
    ),
  }
}

function takingPage({ language, action }: At, { read, check }: Of<'taking'>): Drawn {
  const text = incomingText(language)
  const isRead = read >= check.good
  const count = (value: number) => wholeNumber(language, value)
  const says = isRead ? text.storing : text.taken(count(read), count(check.good))
  return {
    title: text.takingTitle,
    under: text.takingUnder,
    isBusy: true,
    children: (
      <BusyView {...{ action, says, language }} part={isRead ? null : { done: read, all: check.good }} />
    ),
  }
}

function donePage({ kept, language }: At, { done }: Of<'done'>): Drawn {
  const text = incomingText(language)
  return {
    title: doneTitle(done, language),
    under: text.doneUnder(kept.incoming.fileName),
    children: <DoneView done={done} language={language} />,
  }
}

function stoppedPage({ language }: At, { why }: Of<'stopped'>): Drawn {
  const text = incomingText(language)
  return {
    title: text.stoppedTitle,
    under: text.stoppedUnder,
    back: { href: '/trends/import', label: text.away },
    children: <p>{stoppedSentence(why, language)}</p>,
  }
}

const PLACE: Record<Stage['is'], number> = { look: 1, checking: 2, ready: 2, taking: 2, done: 3, stopped: 0 }

type StepsProps = { stage: Stage; kind: 'sheet' | 'uwlr'; language: Language }

function Steps({ stage, kind, language }: StepsProps): Child {
  const text = incomingText(language)
  const at = PLACE[stage.is]
  const steps = [text.stepFile, kind === 'sheet' ? text.stepColumns : text.stepTests, text.stepCheck].map(
    (name, place) => ({
      name,
      state: place < at ? ('done' as const) : place === at ? ('now' as const) : ('later' as const),
    }),
  )
  return <Stepper label={text.steps} steps={steps} language={language} short />
}
