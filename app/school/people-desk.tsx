import type { Context } from 'hono'
import type { Child } from 'hono/jsx'
import { isRefusal } from '../kernel/refusal.ts'
import type { Member, Role } from '../session/actor.ts'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { PageHead } from '../ui/head.tsx'
import { type CheckedPerson, checkPeople } from './people-check.ts'
import { leftOutFromForm, peopleFromForm } from './people-form.ts'
import { decodeList, type ListRefusal, readPeopleList, type WrittenPerson } from './people-list.ts'
import { peopleText } from './people-text.ts'
import { PeoplePaste, PeoplePreview } from './people-view.tsx'
import { addPeople } from './person-store.ts'
import { typed } from './school-desk.tsx'
import { mayGiveRole } from './school-may.ts'
import { readTeam } from './team-store.ts'

/** How one of the two places shows a step: in the team, or in the first set-up. */
export type PeoplePlace = {
  readonly action: string
  readonly show: (title: string, children: Child, status: 200 | 422) => Response | Promise<Response>
  /** where to go when the people are in the school */
  readonly after: (added: number, completed: number) => string
}

const mayGive = (actor: Member) => (role: Role) => mayGiveRole(actor, role).may

/** The empty form to paste into. */
export function pastePage(
  c: Context<OnDesk>,
  place: PeoplePlace,
  refusal: ListRefusal | null = null,
  list = '',
) {
  const { language } = deskOf(c)
  const text = peopleText(language)
  const refused = refusal && { reason: refusal.refused, field: refusal.field ?? 'list' }
  const view = (
    <>
      <PageHead title={text.title} under={text.under} />
      <PeoplePaste action={place.action} language={language} list={list} refused={refused} />
    </>
  )
  return place.show(text.title, view, refusal ? 422 : 200)
}

/** A list that comes in: read it, look at it again, or store it. */
export async function takePeople(c: Context<OnDesk>, place: PeoplePlace) {
  const form = await c.req.formData()
  const act = typed(form, 'act')
  return act === 'store' || act === 'check' ? takePreview(c, place, form, act) : takeList(c, place, form)
}

async function takeList(c: Context<OnDesk>, place: PeoplePlace, form: FormData) {
  const list = await listIn(form)
  if (typeof list !== 'string') return pastePage(c, place, list, typed(form, 'list'))
  const read = readPeopleList(list)
  if (isRefusal(read)) return pastePage(c, place, read, list)
  return previewPage(c, place, { people: await checked(c, read.people), leftOut: read.leftOut }, 200)
}

/** The file when one was chosen, else what was pasted. */
async function listIn(form: FormData): Promise<string | ListRefusal> {
  const file = form.get('file')
  if (file instanceof File && file.size > 0) return decodeList(await file.bytes())
  return typed(form, 'list')
}

async function checked(c: Context<OnDesk>, people: readonly WrittenPerson[]) {
  const { actor } = readerOf(c)
  return checkPeople(people, await readTeam(deskOf(c).db, actor), mayGive(actor))
}

async function takePreview(c: Context<OnDesk>, place: PeoplePlace, form: FormData, act: 'store' | 'check') {
  const { db, now } = deskOf(c)
  const { actor } = readerOf(c)
  const people = peopleFromForm(form)
  const leftOut = leftOutFromForm(form)
  if (people.length === 0) return c.redirect(place.action, 303)
  if (act === 'check') return previewPage(c, place, { people: await checked(c, people), leftOut }, 200)
  const stored = await addPeople(db, actor, people, { mayGive: mayGive(actor), now })
  if ('refused' in stored) return previewPage(c, place, { people: stored.lines, leftOut }, 422)
  return c.redirect(place.after(stored.added, stored.completed), 303)
}

type Preview = { readonly people: readonly CheckedPerson[]; readonly leftOut: readonly string[] }

function previewPage(c: Context<OnDesk>, place: PeoplePlace, preview: Preview, status: 200 | 422) {
  const { language, terms } = readerOf(c)
  const text = peopleText(language)
  const title = text.previewTitle(preview.people.length)
  const view = (
    <>
      <PageHead title={title} under={text.previewUnder} />
      <PeoplePreview action={place.action} language={language} terms={terms} {...preview} />
    </>
  )
  return place.show(title, view, status)
}
