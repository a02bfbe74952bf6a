import type { Context } from 'hono'
import { parseId } from '../kernel/id.ts'
import { isRefusal } from '../kernel/refusal.ts'
import { deskOf, type OnDesk, readerOf } from '../session/desk.ts'
import { type GroupRefusal, parseGroupName, parseSectionName } from './group.ts'
import {
  addGroup,
  addSection,
  changeGroup,
  removeGroup,
  removeSection,
  renameSection,
} from './group-store.ts'
import { GroupsView, type GroupTrouble } from './group-view.tsx'
import { found, mustMay, schoolPage, typed } from './school-desk.tsx'
import { mayManageSchool } from './school-may.ts'
import { readTeam } from './team-store.ts'
import { teamText } from './team-text.ts'

const PATH = '/team/groups'

async function page(c: Context<OnDesk>, trouble: GroupTrouble | null) {
  const { actor, language } = readerOf(c)
  const text = teamText(language)
  const team = await readTeam(deskOf(c).db, actor)
  const notice = trouble === null && c.req.query('done') === 'saved' ? text.saved : null
  const view = <GroupsView action={PATH} {...{ language, team, trouble }} />
  return schoolPage(c, { title: text.groupsTitle, notice }, view, trouble ? 422 : 200)
}

type Done = GroupRefusal | 'done' | null

/** One change of a group. Null for an act or an id that is not there. */
async function actOnGroup(c: Context<OnDesk>, form: FormData): Promise<Done> {
  const { db } = deskOf(c)
  const { actor } = readerOf(c)
  const act = typed(form, 'act')
  const id = parseId<'group'>(form.get('group'))
  if (act === 'remove-group') return id && removeGroup(db, actor, id)
  const name = parseGroupName(form.get('name'))
  if (typeof name !== 'string') return name
  const sectionId = parseId<'section'>(form.get('in'))
  if (act === 'add-group') return addGroup(db, actor, name, sectionId)
  return id && changeGroup(db, actor, id, { name, sectionId })
}

async function actOnSection(c: Context<OnDesk>, form: FormData): Promise<Done> {
  const { db } = deskOf(c)
  const { actor } = readerOf(c)
  const act = typed(form, 'act')
  const id = parseId<'section'>(form.get('section'))
  if (act === 'remove-section') return id && removeSection(db, actor, id)
  const name = parseSectionName(form.get('name'))
  if (typeof name !== 'string') return name
  return act === 'add-section' ? addSection(db, actor, name) : id && renameSection(db, actor, id, name)
}

const GROUP_ACTS = ['add-group', 'save-group', 'remove-group']
const SECTION_ACTS = ['add-section', 'save-section', 'remove-section']

/** /team/groups: groups and sections. */
export const groupsPage = {
  get: (c: Context<OnDesk>) => {
    mustMay(mayManageSchool(readerOf(c).actor))
    return page(c, null)
  },

  post: async (c: Context<OnDesk>) => {
    mustMay(mayManageSchool(readerOf(c).actor))
    const form = await c.req.formData()
    const act = typed(form, 'act')
    const isGroup = GROUP_ACTS.includes(act)
    if (!isGroup && !SECTION_ACTS.includes(act)) return c.notFound()
    const done = found(await (isGroup ? actOnGroup(c, form) : actOnSection(c, form)))
    if (!isRefusal(done)) return c.redirect(`${PATH}?done=saved`, 303)
    const id = parseId(form.get(isGroup ? 'group' : 'section'))
    return page(c, {
      refusal: done,
      form: act.startsWith('add') || !id ? 'new' : id,
      typed: typed(form, 'name'),
    })
  },
}
