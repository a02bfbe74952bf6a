import type { WordReading } from '../form/word-in.ts'
import { parseId, type VisionLineId } from '../kernel/id.ts'
import { parseSchoolYear } from '../kernel/school-year.ts'
import { type Choices, isPlace, LOOSE, type PieceKey, type Place, piecesOf } from './import.ts'
import { knownOwners } from './import-people.ts'
import type { Roster } from './roster.ts'

/** What the pressed button asks for; every button sends all choices along, so that none gets lost. */
export type Act = { readonly kind: 'take' | 'away' | 'keep' | 'loose' | 'back'; readonly piece: PieceKey }

export function actIn(form: FormData): Act {
  const [kind = '', piece = ''] = String(form.get('act') ?? '').split(' ')
  const known = (['take', 'away', 'loose', 'back'] as const).find((one) => one === kind)
  return { kind: known ?? 'keep', piece }
}

/** The choices as the form has them now; what it does not mention stays as it was chosen before. */
export function choicesIn(form: FormData, reading: WordReading, roster: Roster, before: Choices): Choices {
  return {
    placed: placedIn(form, reading, before),
    cuts: { ...before.cuts, ...cutsIn(form, reading) },
    owners: { ...before.owners, ...ownersIn(form, reading, roster) },
    lines: linesIn(form, roster, before),
    year: parseSchoolYear(form.get('year')) ?? before.year,
  }
}

function placedIn(form: FormData, reading: WordReading, before: Choices): Choices['placed'] {
  const act = actIn(form)
  const pieces = piecesOf(reading, before)
  const placed: Record<PieceKey, Place> = { ...before.placed }
  for (const { key } of pieces) {
    const to = form.get(`to.${key}`)
    if (isPlace(reading, to)) placed[key] = to
  }
  const piece = pieces.find(({ key }) => key === act.piece)
  if (!piece) return placed
  if (act.kind === 'loose') placed[piece.key] = LOOSE
  if (act.kind === 'back') delete placed[piece.key]
  return placed
}

const values = (form: FormData, prefix: string) =>
  [...form].flatMap(([name, value]) =>
    name.startsWith(prefix) && typeof value === 'string' ? [[name.slice(prefix.length), value] as const] : [],
  )

const isTrack = (reading: WordReading, key: string) => {
  const [, letter, index] = /^([tr])(\d{1,4})$/.exec(key) ?? []
  const list = letter === 't' ? reading.form.teacherTracks : reading.form.learningTeamTracks
  return letter !== undefined && list[Number(index)] !== undefined
}

function cutsIn(form: FormData, reading: WordReading): Choices['cuts'] {
  const cuts = values(form, 'cut.').filter(([key, value]) => isTrack(reading, key) && /^\d{1,3}$/.test(value))
  return Object.fromEntries(cuts.map(([key, value]) => [key, Number(value)]))
}

function ownersIn(form: FormData, reading: WordReading, roster: Roster): Choices['owners'] {
  const chosen = values(form, 'who.').filter(([key]) => isTrack(reading, key))
  return Object.fromEntries(
    chosen.map(([key, first]) => {
      const ids = [first, String(form.get(`duo.${key}`) ?? '')].filter((id) => id !== '')
      return [key, knownOwners(ids, key.startsWith('r') ? 'team' : 'people', roster)]
    }),
  )
}

function linesIn(form: FormData, roster: Roster, before: Choices): Choices['lines'] {
  const lines: Record<string, VisionLineId> = { ...before.lines }
  for (const [key, value] of values(form, 'line.')) {
    const id = parseId<'vision-line'>(value)
    if (id && roster.visionLines.some((line) => line.id === id && line.retiredAt === null)) lines[key] = id
    else delete lines[key]
  }
  return lines
}
