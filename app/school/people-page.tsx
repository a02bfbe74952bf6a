import type { Context } from 'hono'
import { type OnDesk, readerOf } from '../session/desk.ts'
import { type PeoplePlace, pastePage, takePeople } from './people-desk.tsx'
import { mustMay, schoolPage } from './school-desk.tsx'
import { mayManageSchool } from './school-may.ts'

const PATH = '/team/people'

function placeOf(c: Context<OnDesk>): PeoplePlace {
  mustMay(mayManageSchool(readerOf(c).actor))
  return {
    action: PATH,
    after: (added, completed) => `/team?added=${added}&completed=${completed}`,
    show: (title, children, status) => schoolPage(c, { title }, children, status),
  }
}

/** /team/people: more people by a list. */
export const peoplePage = {
  get: async (c: Context<OnDesk>) => pastePage(c, placeOf(c)),
  post: async (c: Context<OnDesk>) => takePeople(c, placeOf(c)),
}
