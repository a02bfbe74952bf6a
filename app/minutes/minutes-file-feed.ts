import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { dayOf, longDay } from '../kernel/day.ts'
import { makePdf } from '../paper/paper-pdf.ts'
import { makeWord } from '../paper/paper-word.ts'
import type { OnDesk } from '../session/desk.ts'
import { pressedAnswer } from '../session/file-desk.ts'
import { minutesActText } from './minutes-act-text.ts'
import { minutesPaper } from './minutes-paper-view.ts'
import { type AtMinutes, minutesAt } from './minutes-scene-desk.ts'
import { readSealed } from './minutes-store.ts'
import { storyOf } from './minutes-story-view.ts'
import { minutesText } from './minutes-text.ts'

const ENDINGS = { word: 'docx', pdf: 'pdf', json: 'json' } as const
type Format = keyof typeof ENDINGS

const isFormat = (value: string | undefined): value is Format =>
  value !== undefined && Object.hasOwn(ENDINGS, value)

/** /meeting/:meeting/minutes/word|pdf|json: the minutes as a file; a PDF that can't be made now is told on a page. */
export async function minutesFileFeed(c: Context<OnDesk>): Promise<Response> {
  const format = c.req.param('format')
  if (!isFormat(format)) throw new HTTPException(404)
  const at = await minutesAt(c)
  const file = { name: nameOf(at), ending: ENDINGS[format] }
  return pressedAnswer(c, file, () => bytesOf(at, format), minutesActText(at.language).busy)
}

/** 'notulen-2026-11-26-concept' */
const nameOf = ({ minutes, sealed }: AtMinutes) =>
  `notulen-${dayOf(new Date(minutes.startsAt))}${sealed ? '' : '-concept'}`

async function bytesOf(at: AtMinutes, format: Format): Promise<Uint8Array> {
  if (format === 'json') return new TextEncoder().encode(await asJson(at))
  return format === 'pdf' ? makePdf(paperOf(at)) : makeWord(paperOf(at))
}

function paperOf({ minutes, corrections, put, sealed, reader, language }: AtMinutes) {
  const text = minutesText(language)
  return minutesPaper({
    story: storyOf(minutes, corrections, language, put),
    school: reader.school.name,
    standing: sealed ? text.confirmed(longDay(dayOf(new Date(sealed.at)), language)) : text.concept,
    sha256: sealed?.check.stored ?? null,
    language,
  })
}

/** Confirmed minutes come with what their fingerprints were computed over, so that everybody can do it again. */
async function asJson({ desk, reader, scene, state, minutes, corrections }: AtMinutes): Promise<string> {
  const sealed = await readSealed(desk.db, reader.actor, scene.meeting.id)
  const whole = { format: 'rode-draad/minutes', formatVersion: 1, state, minutes, corrections, sealed }
  return `${JSON.stringify(whole, null, 2)}\n`
}
