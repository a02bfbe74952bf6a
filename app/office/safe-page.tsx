import { parseId } from '../kernel/id.ts'
import { isRefusal, refuse } from '../kernel/refusal.ts'
import { daysText } from './days-text.ts'
import type { DaysTried } from './days-view.tsx'
import type { AtOffice } from './office-desk.ts'
import { maySetSafe } from './office-may.ts'
import { type PartAct, partPage } from './part-desk.tsx'
import { parseSafe } from './safe.ts'
import { addSafe, dropSafe, safePeople } from './safe-store.ts'
import { SafeView } from './safe-view.tsx'

const presentIn = ({ roster }: AtOffice) => roster.people.filter(({ hasLeft }) => !hasLeft)

const add: PartAct = async (at, form) => {
  const people = new Map(presentIn(at).map(({ id }) => [id as string, id]))
  const given = parseSafe(form, people)
  if (isRefusal(given)) return given
  const made = await addSafe(at.desk.db, at.reader.actor, given)
  return isRefusal(made) ? made : 'safe'
}

const drop: PartAct = async ({ desk, reader }, form) => {
  const id = parseId<'safe-person'>(form['safe'])
  return (id ? await dropSafe(desk.db, reader.actor, id) : refuse('safe-gone')) ?? 'safe-gone'
}

async function draw(at: AtOffice, tried: DaysTried | null) {
  const { desk, reader, eyes } = at
  const people = await safePeople(desk.db, reader.actor)
  const choices = presentIn(at).map(({ id, name }) => ({ value: id as string, label: name }))
  return {
    text: daysText(eyes.language).safe,
    view: <SafeView sheet={{ people, choices, tried, language: eyes.language }} />,
  }
}

/** /settings/safe: to whom one goes when a child or a colleague is not safe. */
export const safePage = partPage({
  path: '/settings/safe',
  here: 'settings',
  may: maySetSafe,
  acts: { add, drop },
  draw,
})
