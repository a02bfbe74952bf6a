import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { printed, sorry } from '../door/command-out.ts'
import type { Edexml } from './edexml.ts'
import { CannotReadEdexml, readEdexml } from './edexml-in.ts'
import { importText } from './import-text.ts'

const text = importText('nl')

/**
 * `import-edexml FILE.xml`: prints as JSON the groups, the staff and the numbers of pupils of an EDEXML file and gives 0;
 * or says in one line why it can't be read and gives 2. Keeps nothing and needs no database.
 */
export async function edexmlCommand(args: string[]): Promise<number> {
  const [file, ...more] = args
  if (!file || more.length > 0) return sorry(text.usageEdexml)
  const size = await stat(file).then(
    (found) => (found.isFile() ? found.size : null),
    () => null,
  )
  if (size === null) return sorry(text.file.unreadable)
  if (size === 0) return sorry(text.file.empty)
  try {
    await printed(JSON.stringify(shown(await readEdexml(createReadStream(file))), null, 1))
    return 0
  } catch (error) {
    if (error instanceof CannotReadEdexml) return sorry(text.edexml[error.why])
    throw error
  }
}

const shown = (edexml: Edexml) => ({
  schooljaar: edexml.schoolYear,
  brincode: edexml.brin,
  dependancecode: edexml.dependance,
  groepen: edexml.groups.map(({ key, name, yearGroup, isComposed, pupils }) => ({
    key,
    naam: name,
    jaargroep: yearGroup,
    samengesteld: isComposed,
    leerlingen: pupils,
  })),
  leerlingen: edexml.pupils,
  leerlingenPerJaargroep: Object.fromEntries(
    [...edexml.pupilsByYear].sort(([one], [other]) => (one < other ? -1 : 1)),
  ),
  leerkrachten: edexml.staff.map(({ key, name, roles, roleWords, groups }) => ({
    key,
    naam: name,
    rollen: roles,
    rolomschrijving: roleWords,
    groepen: groups,
  })),
  weggelaten: edexml.leftOut,
  waarschuwingen: edexml.warnings.map(({ why, count }) => `${text.edexmlWarning[why]} (${count})`),
  geweigerd: [],
})
