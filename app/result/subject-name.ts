import type { Language } from '../kernel/language.ts'

/** What the subjects that Dutch files name are called in English. */
const ENGLISH: Readonly<Record<string, string>> = {
  'begrijpend lezen': 'Reading comprehension',
  'begrijpend luisteren': 'Listening comprehension',
  engels: 'English',
  lezen: 'Reading',
  rekenen: 'Arithmetic',
  'rekenen-wiskunde': 'Mathematics',
  schrijven: 'Writing',
  spelling: 'Spelling',
  studievaardigheden: 'Study skills',
  taal: 'Language',
  taalverzorging: 'Language conventions',
  'technisch lezen': 'Technical reading',
  wereldoriëntatie: 'World orientation',
  woordenschat: 'Vocabulary',
}

/** A subject as this reader calls it. It is kept as the file of the school names it, and a name that isn't known stays so. */
export const subjectName = (language: Language, subject: string): string =>
  (language === 'en' ? ENGLISH[subject.trim().toLowerCase()] : undefined) ?? subject

// Languages and what is called after them keep their capital.
const KEEPS_CAPITAL = /^(?:engels|english|frans|french|duits|german|fries|frisian|nederlands|dutch)\b/iu

/** The same, in the middle of a sentence: 'begrijpend lezen'. In English a name that isn't known stays as it is written. */
export function subjectInSentence(language: Language, subject: string): string {
  const name = subjectName(language, subject)
  const stays = KEEPS_CAPITAL.test(name) || (language === 'en' && name === subject && !isKnown(name))
  return stays ? name : name.charAt(0).toLowerCase() + name.slice(1)
}

const isKnown = (name: string) => Object.values(ENGLISH).includes(name)
