import type { Context } from 'hono'
import { parseId, type VisionLineId } from '../kernel/id.ts'
import type { Member } from '../session/actor.ts'
import { type Desk, deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { found, mustMay, typed } from './school-desk.tsx'
import { mayManageSchool } from './school-may.ts'
import { parseVisionLine, type VisionRefusal } from './vision.ts'
import type { VisionTrouble } from './vision-line-view.tsx'
import {
  addVisionLines,
  moveVisionLine,
  retireVisionLine,
  rewordVisionLine,
  takeBackVisionLine,
} from './vision-store.ts'

/** One change of the vision as a form sent it: what was refused, or null when it is done. */
export async function takeVision(c: Context<OnDesk>, form: FormData): Promise<VisionTrouble | null> {
  const { actor } = readerOf(c)
  mustMay(mayManageSchool(actor))
  const line = typed(form, 'act') === 'add' ? null : found(parseId<'vision-line'>(form.get('line')))
  const done = await act({ desk: deskOf(c), actor, form, line })
  if (found(done) === 'done') return null
  return { refusal: done as VisionRefusal, line, text: typed(form, 'text'), short: typed(form, 'short') }
}

type Act = {
  readonly desk: Desk
  readonly actor: Member
  readonly form: FormData
  readonly line: VisionLineId | null
}

async function act({ desk: { db, now }, actor, form, line }: Act): Promise<VisionRefusal | 'done' | null> {
  const name = typed(form, 'act')
  if (name === 'add' || name === 'reword') {
    const written = parseVisionLine(form)
    if ('refused' in written) return written
    return line === null
      ? addVisionLines(db, actor, [written], now)
      : rewordVisionLine(db, actor, line, written)
  }
  if (line === null) return null
  if (name === 'up' || name === 'down') return moveVisionLine(db, actor, line, name === 'up' ? -1 : 1)
  if (name === 'retire') return retireVisionLine(db, actor, line, now)
  return name === 'back' ? takeBackVisionLine(db, actor, line) : null
}
