import { schoolYearOf, yearTitle } from '../kernel/school-year.ts'
import { mainNavigation, ownMenu } from '../ui/navigation.ts'
import type { Shell, ShellNotice } from '../ui/shell.ts'
import type { Desk } from './desk.ts'
import { mainRoleWord } from './role-text.ts'

/** The frame of a page: `<Page shell={shellFrom(desk)}>` for who is signed in, `<Front shell=…>` for who is not. */
export function shellFrom(desk: Desk, notice: ShellNotice | null = null): Shell {
  const { language, nonce, theme, path, reader } = desk
  const common = { language, nonce, theme, path, notice, assets: desk.house.assets }
  if (!reader) return { ...common, nav: [], menu: [], who: null, school: null }
  const { actor, school, terms } = reader
  return {
    ...common,
    nav: mainNavigation(language, { answers: actor.roles.includes('coordinator') }),
    menu: ownMenu(language, {
      settings: actor.roles.some((role) => ['coordinator', 'administrator', 'principal'].includes(role)),
      time: actor.roles.includes('coordinator'),
    }),
    person: actor.personId,
    who: { name: actor.name, role: mainRoleWord(actor.roles, language, terms) },
    school: school.name,
    year: yearTitle(schoolYearOf(desk.today)),
  }
}
