import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { parseId } from '../kernel/id.ts'
import type { Reader } from '../session/actor.ts'
import type { Desk, OnDesk } from '../session/desk.ts'
import { adoptionText } from './adoption-text.ts'
import { eraseTrack } from './erase-store.ts'
import type { EraseTrouble } from './erase-view.tsx'

/** Erases the track that a form names; the form's trouble when it is refused. */
export async function eraseAsked(
  c: Context<OnDesk>,
  desk: Desk,
  { actor, language }: Reader,
): Promise<EraseTrouble | null> {
  const form = await c.req.formData()
  const entryId = parseId<'entry'>(form.get('entry'))
  const why = form.get('why')
  if (!entryId || typeof why !== 'string') throw new HTTPException(404)
  const no = await eraseTrack(desk.db, actor, entryId, why.slice(0, 500), desk.now)
  return no && { entryId, text: adoptionText(language).refusal[no.refused] }
}
