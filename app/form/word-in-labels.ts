import { EFFORT_WORDS, type LabelField, PHRASES, ROLE, START, WEAK } from './word-in-label-words.ts'
import { questionField } from './word-in-questions.ts'
import { alikeWords, nearest } from './word-in-typo.ts'

export type Label = {
  field: LabelField
  /** 'Beginsituatie/doelstelling': one label for two fields */
  joined: boolean
  /** spelled as we know it; a typing error is no reason to miss it, but the reader is asked to look */
  exact: boolean
  /** a word that is also ordinary text ('Wie', 'Hoe', 'Nu'): it needs a colon, a cell of its own or bold */
  weak: boolean
  /** written as a question or in other free words */
  asked?: boolean
}

/** A label as it is compared: no capitals, accents, apostrophes or signs. */
export const plainLabel = (text: string) =>
  text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/['’‘`´".]/g, '')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()

const squeezed = (text: string) => text.replaceAll(' ', '')

const known = new Map<string, { field: LabelField; joined: boolean; weak: boolean; phrase: string }>()

function know(phrase: string, field: LabelField, joined = false) {
  const key = squeezed(phrase)
  if (!known.has(key)) known.set(key, { field, joined, weak: WEAK.has(phrase), phrase })
}

for (const [field, phrases] of Object.entries(PHRASES)) {
  for (const phrase of phrases) know(phrase, field as LabelField)
}
for (const [field, roles] of Object.entries(ROLE)) {
  for (const role of roles) for (const word of EFFORT_WORDS) know(`${word} ${role}`, field as LabelField)
}
for (const role of ROLE.coordinatorEffort) {
  know(`taak ${role}`, 'coordinatorEffort')
  know(`${role} doet`, 'coordinatorEffort')
}
for (const role of ['intern begeleider', 'iber', 'kcer', 'ib', 'kc'])
  know(`${role} inzet`, 'coordinatorEffort')
for (const own of ['eigen inzet', 'inzet voor het eigen leren']) know(own, 'teacherEffort')
for (const start of START.slice(0, 4)) {
  for (const goal of ['doel', 'doelen', 'doelstelling', 'doelstellingen', 'leerdoel']) {
    for (const and of [' ', ' en ', ' en de ', ' of ']) know(`${start}${and}${goal}`, 'startSituation', true)
  }
}

const keys = [...known.keys()]
const remembered = new Map<string, Label | null>()

const SENTENCE_END = /(?:\p{L}{3}|[’'‘]er|\))[.?!;]\s+\S/u

/** Which field a phrase means as a label; null when it is no label. Small typing errors are forgiven in long ones. */
export function labelOf(phrase: string): Label | null {
  if (SENTENCE_END.test(phrase)) return null
  const whole = plainLabel(phrase.replace(/(?<=\S)\s*\([^)]*\)/g, ' '))
  const plain = whole
    .replace(
      /^((?:leer)?doel(?:en|stelling|stellingen)?) (?:voor |in )?(?:het )?(?:schooljaar )?(?:20)?\d\d (?:20)?\d\d$/,
      '$1',
    )
    .replace(/ \d+$/, '')
    .replace(/^(?:wat is|wat zijn|welke|wat wordt) (?:de |het )?/, '')
    .replace(/ (?:is |heb ik |hebben we |is er )?nodig$/, '')
  if (!plain || plain.length > 60) return null
  const found = remembered.get(whole)
  if (found !== undefined) return found
  const label = knownQuestion(whole) ?? findLabel(plain, phrase)
  if (remembered.size > 20_000) remembered.clear()
  remembered.set(whole, label)
  return label
}

function knownQuestion(plain: string): Label | null {
  const field = known.has(squeezed(plain)) ? null : questionField(plain)
  return field ? { field, joined: false, exact: true, weak: false, asked: true } : null
}

/** A label with another word joined to it: 'Aanpak en planning', 'Evaluatie / borging'. */
const JOINTS = /\s*(?:\/|\+|&|,| en | of )\s*/i

function findLabel(plain: string, phrase: string): Label | null {
  const key = squeezed(plain)
  const exact = known.get(key)
  if (exact) return { ...exact, exact: true }
  const near = nearest(key, keys, (one) => known.get(one)?.field ?? '')
  if (near && alikeWords(plain, known.get(near)?.phrase ?? ''))
    return { ...(known.get(near) as Omit<Label, 'exact'>), exact: false }
  if (SURELY_OWN.test(plain) && !startsKnown(plain))
    return { field: 'other', joined: false, exact: true, weak: true }
  const parts = phrase.split(JOINTS).map(plainLabel).filter(Boolean)
  const [first = '', second = ''] = parts
  const head = parts.length === 2 && second.split(' ').length <= 2 ? known.get(squeezed(first)) : undefined
  return head && !head.weak ? { ...head, exact: false } : null
}

/** 'inzet derden leesspecialist': a label that we know, and the text that follows it. */
const startsKnown = (plain: string) => {
  const words = plain.split(' ')
  return words.some((_, at) => at >= 2 && known.has(words.slice(0, at).join('')))
}

/** Labels of the school's own that may also stand inside a line. */
const SURELY_OWN =
  /^(?:inzet (?:van (?:de )?|door )?\w+(?: \w+){0,2}|opmerking(?:en)?|bijzonderheden|succescriteria|notities|aandachtspunten)$/

/** Words that schools add to the form themselves: their text belongs to no field of ours. */
const OWN_LABELS =
  /^(?:opmerking|bijzonderhe|succes|planning|tijdpad|tijdsplanning|tijdsinvestering|scholing|nascholing|kosten|budget|resultaat|resultaten|gewenst resultaat|beoogd resultaat|indicator|middelen|material|notitie|aandachtspunt|afspraken|datum|handtekening|paraaf|functie|groep$|groepen$|werkdagen|looptijd|periode|borging|communicatie|betrokken|reflectie|terugblik|status|prioriteit|randvoorwaarden|vervolg|kwaliteiten|talent|ontwikkelpunt|sterke punten|hulpvraag|leervraag|ontwikkelvraag|toelichting|bron|visie|relatie met|domein|bijlage|aanleiding|verantwoordelijk|voortgang|tussenstand|wens|hoe weten we|eigenaar|trekker|facilit|uren|tijd$|inzet$|nb$|n b$|let op)/

export const isOwnLabel = (phrase: string) => OWN_LABELS.test(plainLabel(phrase))
